package io.signalbox.gateway.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.write.Backlog;
import io.signalbox.backbone.mongo.write.BatchListener;
import io.signalbox.backbone.mongo.write.BatchingWriter;
import io.signalbox.gateway.access.Grant;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.access.Scope;
import io.signalbox.gateway.adapter.mongo.audit.MongoAuditStore;
import io.signalbox.gateway.adapter.mongo.event.MongoEventStore;
import io.signalbox.gateway.adapter.mongo.log.MongoEndedAttempts;
import io.signalbox.gateway.adapter.mongo.log.MongoPurgeWishes;
import io.signalbox.gateway.adapter.mongo.pool.MongoPoolStore;
import io.signalbox.gateway.adapter.mongo.pool.MongoRegistrationPolicies;
import io.signalbox.gateway.adapter.mongo.project.MongoProjectStore;
import io.signalbox.gateway.adapter.mongo.refusal.MongoRefusalStore;
import io.signalbox.gateway.adapter.mongo.security.MongoApiTokenStore;
import io.signalbox.gateway.adapter.mongo.task.MongoCancelWishes;
import io.signalbox.gateway.audit.AuditAnchor;
import io.signalbox.gateway.audit.AuditEntry;
import io.signalbox.gateway.audit.AuditFact;
import io.signalbox.gateway.audit.AuditFact.Actor;
import io.signalbox.gateway.audit.AuditFact.Outcome;
import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.gateway.event.EventQuery;
import io.signalbox.gateway.event.EventStore;
import io.signalbox.gateway.event.FeedEvent;
import io.signalbox.gateway.log.purge.PurgeWish;
import io.signalbox.gateway.log.seal.EndedAttempts;
import io.signalbox.gateway.pool.Pool;
import io.signalbox.gateway.pool.Pools;
import io.signalbox.gateway.pool.RegistrationPolicy;
import io.signalbox.gateway.project.Project;
import io.signalbox.gateway.relay.refusal.KeptRefusal;
import io.signalbox.gateway.relay.refusal.RefusalStore;
import io.signalbox.gateway.security.ApiToken;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.policy.PoolPolicy;
import io.signalbox.model.policy.ProjectPolicy;
import io.signalbox.model.store.CollectionNames;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** What every store of pools, tokens, wishes and events keeps, whatever it is made of. */
interface GatewayStoresContract {
    Instant NOW = Instant.parse("2026-01-31T12:00:00.123Z");

    /** An empty store. */
    Store store();

    @Test
    default void poolIsStoredOnce() {
        MongoPoolStore pools = new MongoPoolStore(store());
        Pool pool = new Pool(new PoolName("builders"), PoolPolicy.DEFAULT, NOW, 0);

        assertThat(pools.insert(pool)).isTrue();
        assertThat(pools.insert(new Pool(pool.name(), PoolPolicy.DEFAULT, NOW.plusSeconds(1), 0)))
                .isFalse();
        assertThat(pools.find(pool.name())).contains(pool);
        assertThat(pools.all()).containsExactly(pool);
    }

    @Test
    default void poolIsChangedOnlyAsItWasSeen() {
        MongoPoolStore pools = new MongoPoolStore(store());
        Pool pool = new Pool(new PoolName("edited"), PoolPolicy.DEFAULT, NOW, 0);
        Pool changed = new Pool(pool.name(), PoolPolicy.DEFAULT, NOW, 1);
        pools.insert(pool);
        store().deciding(CollectionNames.POOLS)
                .updateMany(new Document(), new Document("$unset", new Document("version", "")));

        assertThat(pools.update(changed, 3)).isFalse();
        assertThat(pools.update(changed, 0)).isTrue();
        assertThat(pools.update(changed, 0)).isFalse();
        assertThat(pools.find(pool.name())).contains(changed);
    }

    @Test
    default void projectIsChangedOnlyAsItWasSeen() {
        MongoProjectStore projects = new MongoProjectStore(store());
        Project project = new Project(new ProjectName("edited"), ProjectPolicy.DEFAULT, NOW, 0);
        Project changed = new Project(project.name(), ProjectPolicy.DEFAULT, NOW, 1);
        projects.insert(project);

        assertThat(projects.update(changed, 0)).isTrue();
        assertThat(projects.update(changed, 0)).isFalse();
        assertThat(projects.find(project.name())).contains(changed);
    }

    @Test
    default void registrationTokenOfTheStartIsEnsuredAgainAndAgain() {
        MongoRegistrationPolicies policies = new MongoRegistrationPolicies(store());
        Pools pools = new Pools(new MongoPoolStore(store()), policies, () -> NOW);
        TokenValue value = new TokenValue("sbr_value");

        pools.ensureDefault(value);
        pools.ensureDefault(value);

        assertThat(policies.of(PoolName.DEFAULT))
                .extracting(RegistrationPolicy::id, RegistrationPolicy::uses, RegistrationPolicy::tags)
                .containsExactly(tuple(value.id(), null, null));
    }

    @Test
    default void revokedTokenStaysRevokedSinceTheFirstTime() {
        MongoRegistrationPolicies policies = new MongoRegistrationPolicies(store());
        TokenValue value = new TokenValue("sbr_value");
        new Pools(new MongoPoolStore(store()), policies, () -> NOW).ensureDefault(value);

        assertThat(policies.revoke(PoolName.DEFAULT, value.id(), NOW)).isTrue();
        assertThat(policies.revoke(PoolName.DEFAULT, value.id(), NOW.plusSeconds(9)))
                .isTrue();
        assertThat(policies.revoke(new PoolName("other"), value.id(), NOW)).isFalse();
        assertThat(policies.of(PoolName.DEFAULT).getFirst().revokedAt()).isEqualTo(NOW);
    }

    @Test
    default void apiTokenIsFoundByItsHash() {
        MongoApiTokenStore tokens = new MongoApiTokenStore(store());
        ApiToken token = apiToken("sbp_value", Optional.empty());

        tokens.ensure(token);
        tokens.ensure(token);

        assertThat(tokens.byHash(token.hash())).contains(token);
        assertThat(tokens.byHash(new TokenValue("sbp_other").hash())).isEmpty();
    }

    @Test
    default void apiTokenKeepsItsFirstEnds() {
        MongoApiTokenStore tokens = new MongoApiTokenStore(store());
        ApiToken token = apiToken("sbp_short", Optional.of(NOW.plusSeconds(60)));
        tokens.ensure(token);

        tokens.expire(token.id(), NOW.plusSeconds(90));
        tokens.revoke(token.id(), NOW.plusSeconds(1));
        tokens.revoke(token.id(), NOW.plusSeconds(2));
        tokens.used(Map.of(token.id(), NOW.plusSeconds(3)));

        assertThat(tokens.byHash(token.hash()).orElseThrow().life())
                .isEqualTo(new ApiToken.Life(
                        NOW,
                        Optional.of(NOW.plusSeconds(60)),
                        Optional.of(NOW.plusSeconds(1)),
                        Optional.of(NOW.plusSeconds(3))));
        tokens.expire(token.id(), NOW.plusSeconds(30));
        assertThat(tokens.all().getFirst().life().expiresAt()).contains(NOW.plusSeconds(30));
    }

    private static ApiToken apiToken(String value, Optional<Instant> end) {
        Grant grant = new Grant(Role.VIEWER, Scope.of(List.of(ProjectName.DEFAULT)));
        return ApiToken.of(new TokenValue(value), "ci", grant, ApiToken.Life.from(NOW, end));
    }

    @Test
    default void auditTakesAPlaceOnce() {
        MongoAuditStore audit = new MongoAuditStore(store());
        AuditEntry first = entry(1, "a", NOW);
        AuditEntry second = entry(2, "b", NOW.plusSeconds(9));

        assertThat(audit.last()).isEmpty();
        assertThat(audit.add(List.of(first))).isEqualTo(1);
        assertThat(audit.add(List.of(entry(1, "x", NOW), second))).isZero();
        assertThat(audit.add(List.of(first, second))).isEqualTo(1);
        assertThat(audit.add(List.of(second, entry(3, "c", NOW)))).isEqualTo(2);
        assertThat(audit.after(1, 1)).containsExactly(second);
        assertThat(audit.anchor()).isEqualTo(AuditAnchor.BEGIN);
        audit.removeBefore(NOW.plusSeconds(5));
        assertThat(audit.after(0, 9)).extracting(AuditEntry::sequence).containsExactly(2L, 3L);
        assertThat(audit.anchor()).isEqualTo(new AuditAnchor(1, "before"));
        audit.removeBefore(NOW.plusSeconds(99));
        assertThat(audit.last().orElseThrow().sequence()).isEqualTo(3);
        assertThat(audit.anchor()).isEqualTo(new AuditAnchor(1, "before"));
    }

    private static AuditEntry entry(long sequence, String hash, Instant at) {
        Actor actor = new Actor("id", "ci", "10.0.0.1");
        return new AuditEntry(sequence, new AuditFact(at, actor, "a", "t", Outcome.ALLOWED, "r"), "before", hash);
    }

    @Test
    default void cancelIsWishedSinceTheFirstWish() {
        MongoCancelWishes wishes = new MongoCancelWishes(store());
        TaskId task = TaskId.forKey(ProjectName.DEFAULT, "k");

        assertThat(wishes.wish(task, "me", NOW)).isEqualTo(NOW);
        assertThat(wishes.wish(task, "you", NOW.plusSeconds(5))).isEqualTo(NOW);
    }

    @Test
    default void feedLeavesOutMarksOfLeaderships() {
        append(1, "epoch");
        append(2, "task.queued");
        append(3, "task.passed");
        EventStore events = new MongoEventStore(store());

        assertThat(events.oldest()).isEqualTo(1);
        assertThat(events.newest()).isEqualTo(3);
        assertThat(events.read(new EventQuery(0, Scope.everything(), List.of(), 10)))
                .extracting(FeedEvent::sequence)
                .containsExactly(2L, 3L);
        assertThat(events.read(new EventQuery(2, Scope.of(List.of(ProjectName.DEFAULT)), List.of("task.passed"), 10)))
                .extracting(FeedEvent::type)
                .containsExactly("task.passed");
        assertThat(events.read(new EventQuery(0, Scope.of(List.of(new ProjectName("other"))), List.of(), 10)))
                .isEmpty();
    }

    @Test
    default void refusalsOfOneKindAddUpInOneDocumentOfTheirTask() {
        TaskId task = TaskId.forKey(ProjectName.DEFAULT, "refused");
        TaskId other = TaskId.forKey(ProjectName.DEFAULT, "other");
        try (var writer =
                new BatchingWriter(store().deciding(CollectionNames.REFUSALS), Backlog.USUAL, BatchListener.NONE)) {
            RefusalStore refusals = new MongoRefusalStore(store().leaving(CollectionNames.REFUSALS), writer);
            refusals.add(refusal(task, 2, NOW, "a"));
            refusals.add(refusal(other, 7, NOW, "a"));
            await().until(() -> !refusals.of(task).isEmpty());
            refusals.add(refusal(task, 3, NOW.plusSeconds(5), "b"));
            await().until(() -> refusals.of(task).getFirst().count() == 5);
            assertThat(refusals.of(task))
                    .containsExactly(new KeptRefusal(
                            task,
                            AttemptId.derive(task, Instant.EPOCH, new Epoch(1), 1),
                            Refusal.LOG,
                            5,
                            NOW,
                            NOW.plusSeconds(5),
                            RunnerId.forName("b"),
                            "of b"));
        }
    }

    private static KeptRefusal refusal(TaskId task, long count, Instant at, String runner) {
        AttemptId attempt = AttemptId.derive(task, Instant.EPOCH, new Epoch(1), 1);
        return new KeptRefusal(task, attempt, Refusal.LOG, count, at, at, RunnerId.forName(runner), "of " + runner);
    }

    private void append(long sequence, String type) {
        store().deciding(CollectionNames.EVENTS)
                .insertOne(new Document("_id", sequence)
                        .append("key", "k:" + sequence)
                        .append("type", type)
                        .append("project", ProjectName.DEFAULT.value())
                        .append("at", Date.from(NOW))
                        .append("data", new Document()));
    }

    @Test
    default void logGoesOnlyWhereItsTaskSaysSoToo() {
        MongoPurgeWishes wishes = new MongoPurgeWishes(store());
        List<PurgeWish> all = List.of(wish("kept"), wish("marked"), wish("gone"), wish("again"), wish("bare"));
        store().deciding(CollectionNames.PURGES)
                .insertMany(all.stream()
                        .map(wish -> new Document("_id", wish.task().value())
                                .append(
                                        "attempts",
                                        wish.attempts().stream()
                                                .map(AttemptId::value)
                                                .toList()))
                        .toList());
        store().deciding(CollectionNames.TASKS)
                .insertMany(List.of(
                        tried("kept", "kept"),
                        tried("marked", "marked").append("logPurgedAt", Date.from(NOW)),
                        tried("again", "other"),
                        new Document("_id", wish("bare").task().value())));

        List<PurgeWish> page = wishes.page(null, 9);
        assertThat(page).containsExactlyInAnyOrderElementsOf(all);
        assertThat(wishes.decided(page)).containsExactlyInAnyOrder(wish("marked"), wish("gone"), wish("again"));
        wishes.fulfilled(List.of(wish("marked").task(), wish("gone").task()));
        assertThat(wishes.page(null, 9)).hasSize(3);
        assertThat(wishes.page(wishes.page(null, 9).get(1).task(), 9))
                .containsExactly(wishes.page(null, 9).getLast());
    }

    private static PurgeWish wish(String key) {
        TaskId task = TaskId.forKey(ProjectName.DEFAULT, key);
        return new PurgeWish(task, List.of(AttemptId.derive(task, NOW, new Epoch(1), 1)));
    }

    private static Document tried(String task, String attempt) {
        return new Document("_id", wish(task).task().value())
                .append(
                        "attempts",
                        List.of(new Document(
                                "id", wish(attempt).attempts().getFirst().value())));
    }

    @Test
    default void logsAreSealedOfWhatHasRunAndIsKept() {
        MongoEndedAttempts ended = new MongoEndedAttempts(store());
        store().deciding(CollectionNames.TASKS)
                .insertMany(List.of(
                        tried("kept", "kept"),
                        tried("marked", "marked").append("logPurgedAt", Date.from(NOW)),
                        new Document("_id", wish("withdrawn").task().value())));

        assertThat(ended.withLog(List.of(end("kept"), end("marked"), end("withdrawn"), end("gone"))))
                .containsExactly(end("kept"));
    }

    private static EndedAttempts.Ended end(String key) {
        return new EndedAttempts.Ended(1, wish(key).task(), wish(key).attempts().getFirst());
    }

    @Test
    default void projectKeepsForHowLongItsTasksAreKept() {
        MongoProjectStore projects = new MongoProjectStore(store());
        ProjectPolicy policy = new ProjectPolicy(1, null, null, Duration.ofDays(7), Duration.ofDays(2));
        Project project = new Project(new ProjectName("brief"), policy, NOW, 0);
        projects.insert(project);
        store().deciding(CollectionNames.PROJECTS).insertOne(new Document("_id", "old").append("createdAt", NOW));

        assertThat(projects.all()).extracting(Project::policy).containsExactly(policy, ProjectPolicy.DEFAULT);
    }
}
