package io.signalbox.scheduler.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;
import static io.signalbox.model.store.EventFields.AT;
import static io.signalbox.model.store.EventFields.DATA;
import static io.signalbox.model.store.EventFields.KEY;
import static io.signalbox.model.store.EventFields.TYPE;
import static io.signalbox.model.store.TaskFields.ID;
import static io.signalbox.model.store.TaskFields.OUTBOX;
import static io.signalbox.model.store.TaskFields.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.policy.PoolPolicy;
import io.signalbox.model.policy.ProjectPolicy;
import io.signalbox.model.policy.Strategy;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.model.store.report.ReportKind;
import io.signalbox.model.task.TaskState;
import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.adapter.mongo.event.MongoEventStore;
import io.signalbox.scheduler.adapter.mongo.event.MongoOutboxStore;
import io.signalbox.scheduler.adapter.mongo.fleet.MongoFleetReader;
import io.signalbox.scheduler.adapter.mongo.purge.MongoOldEvents;
import io.signalbox.scheduler.adapter.mongo.purge.MongoPurgeStore;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.limit.Policies;
import io.signalbox.scheduler.core.retention.AgedEvent;
import io.signalbox.scheduler.core.retention.FeedReach;
import io.signalbox.scheduler.core.retention.FinishedTask;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.world.Sample;
import io.signalbox.scheduler.loop.batch.CommitMark;
import io.signalbox.scheduler.loop.batch.TaskStore;
import io.signalbox.scheduler.loop.batch.TaskStoreContract;
import io.signalbox.scheduler.loop.census.CensusEntry;
import io.signalbox.scheduler.loop.event.EventStore;
import io.signalbox.scheduler.loop.event.EventStoreContract;
import io.signalbox.scheduler.loop.event.Events;
import io.signalbox.scheduler.loop.event.FeedEvent;
import io.signalbox.scheduler.loop.event.OutboxStore;
import io.signalbox.scheduler.loop.event.OutboxStoreContract;
import io.signalbox.scheduler.loop.leadership.LeadershipStore;
import io.signalbox.scheduler.loop.leadership.LeadershipStoreContract;
import io.signalbox.scheduler.loop.presence.RunnerStateStore;
import io.signalbox.scheduler.loop.presence.RunnerStateStoreContract;
import io.signalbox.scheduler.loop.purge.OldEvents;
import io.signalbox.scheduler.loop.purge.OldEventsContract;
import io.signalbox.scheduler.loop.purge.PurgeStore;
import io.signalbox.scheduler.loop.purge.PurgeStoreContract;
import io.signalbox.scheduler.loop.report.ReportStore;
import io.signalbox.scheduler.loop.report.ReportStoreContract;
import io.signalbox.scheduler.world.Changes;
import io.signalbox.scheduler.world.Documents;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every port of the scheduler on MongoDB, whichever store it is. */
abstract class MongoStoresContract {

    abstract Store store();

    @Test
    void marksTheEpochInTheFeed() {
        new MongoEventStore(store()).open(new Epoch(7), Events.NOON);

        assertThat(store().deciding(CollectionNames.EVENTS).find().first())
                .isEqualTo(new Document(ID, 1L)
                        .append(KEY, "epoch:7")
                        .append(TYPE, "epoch")
                        .append(AT, Date.from(Events.NOON))
                        .append("epoch", 7L));
    }

    @Test
    void sequencesGoOnWhereAllThatMayGoIsPurged() {
        var feed = new MongoEventStore(store());
        long first = feed.open(new Epoch(1), Events.NOON);
        feed.append(first, List.of(Events.ofTask(1, 1), Events.ofTask(2, 1)));
        FeedReach reach = new MongoOldEvents(store()).reach(9);
        var all = new FeedReach(reach.oldest(), reach.newest(), Long.MAX_VALUE);
        new MongoOldEvents(store())
                .remove(all.purgeable(Events.NOON.plus(Duration.ofDays(365)), Duration.ofDays(1))
                        .orElseThrow());

        assertThat(store().deciding(CollectionNames.EVENTS).countDocuments()).isEqualTo(1);
        assertThat(feed.open(new Epoch(2), Events.NOON)).isEqualTo(first + 3);
    }

    @Test
    void keepsARefusalOnceInItsAttemptsEntry() {
        var tasks = store().deciding(CollectionNames.TASKS);
        tasks.insertOne(Documents.task(Sample.task(1), Sample.terms().build()));
        var store = new MongoTaskStore(store());
        store.commit(new CommitMark(new Epoch(1), 1), List.of(Changes.assign(Sample.task(1), 0, 1)));
        store.commit(new CommitMark(new Epoch(1), 2), List.of(Changes.run(Sample.task(1), 1, 1)));
        store.commit(new CommitMark(new Epoch(1), 3), List.of(Changes.lose(Sample.task(1), 2, 1)));
        AttemptId lost = Changes.attempt(Sample.task(1), 1).id();
        var late = new Effect.Refuse(Sample.task(1), lost, ReportId.finished(lost), ReportKind.FINISHED);
        new MongoRefusals(store()).keep(List.of(late));
        new MongoRefusals(store()).keep(List.of(late));

        Document task = Objects.requireNonNull(tasks.find().first());
        assertThat(task.getList("attempts", Document.class).getFirst().get("refused"))
                .isEqualTo(List.of("finished"));
        assertThat(task).containsEntry("version", 3L).containsEntry("commit", "1.3");
    }

    @Test
    void marksATaskOnWhichTheCoreFailed() {
        var tasks = store().deciding(CollectionNames.TASKS);
        tasks.insertOne(Documents.task(Sample.task(1), Sample.terms().build()));
        var failure = new ArithmeticException("long overflow");
        new MongoRefusals(store()).mark(List.of(new Effect.SetAside("x", Sample.task(1), failure)));

        assertThat(tasks.find().first())
                .containsEntry("poisoned", "java.lang.ArithmeticException: long overflow")
                .containsEntry("version", 0L);
    }

    @Test
    void documentThatCannotBeReadHidesNoOther() {
        var tasks = store().deciding(CollectionNames.TASKS);
        for (int n = 1; n <= 4; n++) {
            tasks.insertOne(Documents.task(Sample.task(n), Sample.terms().build()));
        }
        tasks.updateOne(eq(ID, Sample.task(2).value()), Updates.set("terms", "not JSON"));
        var store = new MongoTaskStore(store());

        assertThat(store.open(TaskStore.Which.WAITING, null, 3))
                .extracting(StoredTask::id)
                .containsExactly(Sample.task(1), Sample.task(3), Sample.task(4));
        assertThat(store.open(TaskStore.Which.WAITING, null, 2))
                .extracting(StoredTask::id)
                .containsExactly(Sample.task(1), Sample.task(3));
    }

    @Test
    void readsWhatOperatorsDecidedAndFillsInWhatTheyLeftOut() {
        store().deciding(CollectionNames.PROJECTS)
                .insertMany(List.of(
                        new Document("_id", "web").append("weight", 3).append("cap", 5), new Document("_id", "app")));
        store().deciding(CollectionNames.POOLS)
                .insertMany(List.of(
                        new Document("_id", "big")
                                .append("strategy", "pack")
                                .append("cap", 7)
                                .append("pickupTarget", 5_000L)
                                .append("minimumSize", 1)
                                .append("maximumSize", 9),
                        new Document("_id", "default"),
                        new Document("_id", "odd").append("strategy", "random")));

        Policies policies = new MongoFleetReader(store()).policies();

        assertThat(policies.projects())
                .isEqualTo(Map.of(
                        new ProjectName("web"),
                        new ProjectPolicy(3, 5),
                        new ProjectName("app"),
                        ProjectPolicy.DEFAULT));
        assertThat(policies.pools())
                .isEqualTo(Map.of(
                        new PoolName("big"),
                        new PoolPolicy(Strategy.PACK, 7, Duration.ofSeconds(5), 1, 9),
                        PoolName.DEFAULT,
                        PoolPolicy.DEFAULT));
    }

    @Test
    void readsForHowLongAProjectsTasksAreKept() {
        store().deciding(CollectionNames.PROJECTS)
                .insertOne(new Document("_id", "web")
                        .append("backlog", 9)
                        .append("retention", 86_400_000L)
                        .append("logRetention", 3_600_000L));

        assertThat(new MongoFleetReader(store()).policies().of(new ProjectName("web")))
                .isEqualTo(new ProjectPolicy(1, null, 9, Duration.ofDays(1), Duration.ofHours(1)));
    }

    @Test
    void countsTasksByStateAndPool() {
        var tasks = store().deciding(CollectionNames.TASKS);
        tasks.insertOne(Documents.task(Sample.task(1), Sample.terms().build()));
        tasks.insertOne(Documents.task(Sample.task(2), Sample.terms().build()));
        tasks.insertOne(Documents.task(Sample.task(3), Sample.terms().build()));
        new MongoTaskStore(store())
                .commit(new CommitMark(new Epoch(1), 1), List.of(Changes.assign(Sample.task(3), 0, 1)));

        assertThat(new MongoTaskCensus(store()).count())
                .containsExactlyInAnyOrder(
                        new CensusEntry(TaskState.QUEUED, "any", 2, Sample.START),
                        new CensusEntry(TaskState.ASSIGNED, "default", 1, Sample.START));
    }

    @Nested
    class Leadership implements LeadershipStoreContract {
        @Override
        public LeadershipStore leadership() {
            return new MongoLeadershipStore(store());
        }
    }

    @Nested
    class Feed implements EventStoreContract {
        @Override
        public EventStore feed() {
            return new MongoEventStore(store());
        }
    }

    @Nested
    class TaskOutboxes implements OutboxStoreContract {
        @Override
        public OutboxStore outboxes() {
            return new MongoOutboxStore(store(), MongoOutboxStore.Owner.TASK);
        }

        @Override
        public void keep(int n, FeedEvent event) {
            String id = Events.task(n).value();
            var tasks = store().deciding(CollectionNames.TASKS);
            if (tasks.countDocuments(eq(ID, id)) == 0) {
                tasks.insertOne(new Document(ID, id).append(PROJECT, ProjectName.DEFAULT.value()));
            }
            tasks.updateOne(
                    eq(ID, id),
                    Updates.push(
                            OUTBOX,
                            new Document(KEY, event.key().substring(event.key().lastIndexOf(':') + 1))
                                    .append(TYPE, event.type())
                                    .append(AT, Date.from(event.at()))
                                    .append(DATA, new Document(event.data()))));
        }
    }

    @Nested
    class Tasks implements TaskStoreContract {
        @Override
        public TaskStore tasks() {
            return new MongoTaskStore(store());
        }

        @Override
        public void insert(TaskId id, TaskTerms terms) {
            store().deciding(CollectionNames.TASKS).insertOne(Documents.task(id, terms));
        }
    }

    @Nested
    class Reports implements ReportStoreContract {
        @Override
        public ReportStore reports() {
            return new MongoReportStore(store());
        }

        @Override
        public void append(Report report) {
            store().deciding(CollectionNames.REPORTS).insertOne(Documents.report(report));
        }
    }

    @Nested
    class Purge implements PurgeStoreContract {
        @Override
        public PurgeStore purge() {
            return new MongoPurgeStore(store());
        }

        @Override
        public void insert(FinishedTask task, Instant createdAt, int events) {
            store().deciding(CollectionNames.TASKS).insertOne(Documents.finished(task, createdAt, events));
        }

        @Override
        public void fulfil(TaskId task) {
            store().deciding(CollectionNames.PURGES).deleteOne(eq(ID, task.value()));
        }
    }

    @Nested
    class EventPurge implements OldEventsContract {
        @Override
        public OldEvents events() {
            return new MongoOldEvents(store());
        }

        @Override
        public void append(AgedEvent event) {
            store().deciding(CollectionNames.EVENTS)
                    .insertOne(new Document(ID, event.sequence()).append(AT, Date.from(event.at())));
        }

        @Override
        public void passed(String reader, long sequence) {
            store().deciding(CollectionNames.CURSORS).insertOne(new Document(ID, reader).append("sequence", sequence));
        }
    }

    @Nested
    class RunnerStates implements RunnerStateStoreContract {
        @Override
        public RunnerStateStore states() {
            return new MongoRunnerStateStore(store());
        }

        @Override
        public OutboxStore outboxes() {
            return new MongoOutboxStore(store(), MongoOutboxStore.Owner.RUNNER);
        }
    }
}
