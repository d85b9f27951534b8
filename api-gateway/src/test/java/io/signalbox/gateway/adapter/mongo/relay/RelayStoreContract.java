package io.signalbox.gateway.adapter.mongo.relay;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.write.Backlog;
import io.signalbox.backbone.mongo.write.BatchListener;
import io.signalbox.backbone.mongo.write.BatchingWriter;
import io.signalbox.gateway.core.slot.Assignment;
import io.signalbox.gateway.core.slot.SlotEvent.BeatOutcome;
import io.signalbox.gateway.relay.beat.Beat;
import io.signalbox.gateway.relay.beat.BeatStore;
import io.signalbox.gateway.relay.claim.AssignedTask;
import io.signalbox.gateway.relay.claim.ClaimRequest;
import io.signalbox.gateway.relay.claim.LiveAttempt;
import io.signalbox.gateway.relay.claim.LiveAttempts;
import io.signalbox.gateway.relay.claim.SlotRecords.SlotRecord;
import io.signalbox.gateway.relay.claim.StartReports;
import io.signalbox.gateway.relay.claim.StartReports.Standing;
import io.signalbox.gateway.runner.Runner.Condition;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Fence;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.relay.HealthSample;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.report.ReportId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What claims and beats promise, on whatever store. */
interface RelayStoreContract {
    Generation GENERATION = new Generation(4);

    Store store();

    @Test
    default void claimStandsAndItsSyncRises() {
        ClaimRequest first = request(1);
        assertThat(claims("r-a").claim(first).join()).isEqualTo(Standing.STANDS);
        assertThat(claims("r-b").claim(later(first, 3)).join()).isEqualTo(Standing.STANDS);
        assertThat(claim(first)).containsEntry("sync", 3L).containsEntry("relay", "r-b");
    }

    @Test
    default void repeatedClaimForTheSameSyncStands() {
        ClaimRequest first = request(5);
        StartReports claims = claims("r-a");
        assertThat(claims.claim(first).join()).isEqualTo(Standing.STANDS);
        assertThat(claims.claim(first).join()).isEqualTo(Standing.STANDS);
    }

    @Test
    default void claimOfAnAttemptWhoseEndWasReportedIsNotRaised() {
        ClaimRequest first = request(1);
        StartReports claims = claims("r-a");
        assertThat(claims.claim(first).join()).isEqualTo(Standing.STANDS);
        store().deciding(CollectionNames.REPORTS)
                .insertOne(new Document(
                        "_id", ReportId.finished(first.what().attempt()).value()));
        assertThat(claims.claim(later(first, 2)).join()).isEqualTo(Standing.REFUSED);
        assertThat(claim(first)).containsEntry("sync", 1L);
    }

    @Test
    default void claimForAnOlderSyncIsRefused() {
        ClaimRequest first = request(5);
        assertThat(claims("r-a").claim(first).join()).isEqualTo(Standing.STANDS);
        assertThat(claims("r-b").claim(later(first, 4)).join()).isEqualTo(Standing.REFUSED);
        assertThat(claim(first)).containsEntry("sync", 5L);
    }

    @Test
    default void withdrawnAttemptCannotBeClaimed() {
        ClaimRequest first = request(5);
        store().deciding(CollectionNames.REPORTS).insertOne(new Document("_id", id(first)).append("withdrawn", true));
        assertThat(claims("r-a").claim(first).join()).isEqualTo(Standing.REFUSED);
    }

    @Test
    default void claimThatWasWithdrawnIsNotRaisedNotEvenForItsOwnSync() {
        ClaimRequest first = request(5);
        StartReports claims = claims("r-a");
        assertThat(claims.claim(first).join()).isEqualTo(Standing.STANDS);
        store().deciding(CollectionNames.REPORTS)
                .updateOne(Filters.eq("_id", id(first)), Updates.set("withdrawn", true));
        assertThat(claims.claim(first).join()).isEqualTo(Standing.REFUSED);
        assertThat(claims.claim(later(first, 6)).join()).isEqualTo(Standing.REFUSED);
    }

    @Test
    default void beatTakesAlongWhatTheRunnerSaysOfItself() {
        RunnerId runner = runner(1);
        HealthSample sample = new HealthSample(Instant.ofEpochSecond(10), 0.1, 1, 2, 3, 4, 5);
        Condition full = new Condition(Optional.of("its disk is full"), List.of(sample));
        assertThat(beats(full).store(beat(runner, 0, 7, null)).join()).isEqualTo(BeatOutcome.STORED);
        assertThat(document(runner)).containsEntry("unready", "its disk is full");
        assertThat(document(runner).getList("health", Document.class)).hasSize(1);
        Condition empty = new Condition(Optional.empty(), List.of(sample));
        assertThat(beats(empty).store(beat(runner, 0, 8, null)).join()).isEqualTo(BeatOutcome.STORED);
        assertThat(document(runner)).doesNotContainKey("unready");
        assertThat(slot(runner, 0)).containsEntry("sync", 8L);
    }

    @Test
    default void beatCountsAndNamesItsAttempt() {
        RunnerId runner = runner(2);
        AttemptId attempt = request(1).what().attempt();
        assertThat(beats("r-a").store(beat(runner, 1, 7, attempt)).join()).isEqualTo(BeatOutcome.STORED);
        assertThat(slot(runner, 1))
                .containsEntry("sync", 7L)
                .containsEntry("beat", 2L)
                .containsEntry("attempt", attempt.value())
                .containsEntry("wait", 5L);
        assertThat(slot(runner, 0)).containsEntry("sync", 0L);
    }

    @Test
    default void storeNeverGoesBackBehindASync() {
        RunnerId runner = runner(1);
        AttemptId attempt = request(1).what().attempt();
        assertThat(beats("r-b").store(beat(runner, 0, 8, attempt)).join()).isEqualTo(BeatOutcome.STORED);
        assertThat(beats("r-a").store(beat(runner, 0, 7, null)).join()).isEqualTo(BeatOutcome.OVERTAKEN);
        assertThat(slot(runner, 0)).containsEntry("sync", 8L).containsEntry("attempt", attempt.value());
    }

    @Test
    default void numberIsTakenByOneGatewayOnly() {
        RunnerId runner = runner(1);
        Beat number = new Beat(
                new SlotRef(runner, 0),
                GENERATION,
                7,
                Optional.of(request(1).what().attempt()),
                Duration.ZERO,
                Beat.Place.ITS_OWN);
        assertThat(beats("r-a").store(number).join()).isEqualTo(BeatOutcome.STORED);
        assertThat(beats("r-b").store(number).join()).isEqualTo(BeatOutcome.OVERTAKEN);
    }

    @Test
    default void namingBeatReplacesTheIdleOneOfItsSyncAndNeverTheOtherWayRound() {
        RunnerId runner = runner(1);
        AttemptId attempt = request(1).what().attempt();
        BeatStore beats = beats("r-a");
        assertThat(beats.store(beat(runner, 0, 7, null)).join()).isEqualTo(BeatOutcome.STORED);
        assertThat(beats.store(beat(runner, 0, 7, attempt)).join()).isEqualTo(BeatOutcome.STORED);
        assertThat(beats.store(beat(runner, 0, 7, null)).join()).isEqualTo(BeatOutcome.OVERTAKEN);
        assertThat(slot(runner, 0)).containsEntry("attempt", attempt.value());
    }

    @Test
    default void beatOfAnEndedGenerationIsRefused() {
        RunnerId runner = runner(1);
        store().deciding(CollectionNames.RUNNERS)
                .updateOne(Filters.eq("_id", runner.value()), Updates.inc("generation", 1L));
        assertThat(beats("r-a").store(beat(runner, 0, 7, null)).join()).isEqualTo(BeatOutcome.OVERTAKEN);
    }

    @Test
    default void beatOfASessionThatWasEndedIsRefused() {
        RunnerId runner = runner(1);
        store().deciding(CollectionNames.RUNNERS)
                .updateOne(Filters.eq("_id", runner.value()), Updates.set("disconnectedAt", Instant.now()));
        assertThat(beats("r-a").store(beat(runner, 0, 7, null)).join()).isEqualTo(BeatOutcome.OVERTAKEN);
    }

    @Test
    default void slotsOfOneRunnerShareAWriteAndKeepTheirOutcomesApart() {
        RunnerId runner = runner(20);
        BeatStore beats = beats("r-a");
        assertThat(beats.store(beat(runner, 3, 9, null)).join()).isEqualTo(BeatOutcome.STORED);
        List<CompletableFuture<BeatOutcome>> outcomes = new ArrayList<>();
        IntStream.range(0, 20).forEach(slot -> outcomes.add(beats.store(beat(runner, slot, 5, null))));
        for (int slot = 0; slot < 20; slot++) {
            assertThat(outcomes.get(slot).join()).isEqualTo(slot == 3 ? BeatOutcome.OVERTAKEN : BeatOutcome.STORED);
        }
    }

    @Test
    default void ofTwoLiveAttemptsOnASlotTheClaimedOneIsOnRecord() {
        SlotRef slot = new SlotRef(runner(1), 0);
        LiveAttempt late = live(slot);
        LiveAttempt claimed = live(slot);
        store().deciding(CollectionNames.REPORTS)
                .insertOne(new Document("_id", ReportId.start(claimed.id()).value()));
        var records = new MongoSlotRecords(new Fixed(List.of(late, claimed)), store(), Runnable::run);

        assertThat(records.of(slot).join()).isEqualTo(new SlotRecord(0, Optional.of(claimed), true));
    }

    /** What lives on the slots of any runner. */
    record Fixed(List<LiveAttempt> live) implements LiveAttempts {
        @Override
        public CompletableFuture<Optional<AssignedTask>> of(TaskId task) {
            return CompletableFuture.completedFuture(Optional.empty());
        }

        @Override
        public CompletableFuture<List<LiveAttempt>> on(RunnerId runner) {
            return CompletableFuture.completedFuture(live);
        }

        @Override
        public CompletableFuture<List<LiveAttempt>> toDo(RelayId relay) {
            return CompletableFuture.completedFuture(live);
        }
    }

    private static LiveAttempt live(SlotRef slot) {
        TaskId task = new TaskId(UUID.randomUUID().toString());
        return new LiveAttempt(
                task,
                AttemptId.derive(task, Instant.EPOCH, new Epoch(1), 1),
                1,
                new Fence(0),
                new Epoch(1),
                slot,
                GENERATION,
                Optional.empty());
    }

    private StartReports claims(String relay) {
        return new MongoStartReports(
                writer(CollectionNames.REPORTS),
                store().deciding(CollectionNames.REPORTS),
                new RelayId(relay),
                () -> Instant.parse("2026-01-01T00:00:00Z"));
    }

    private BeatStore beats(String relay) {
        return new MongoBeatStore(writer(CollectionNames.RUNNERS), new RelayId(relay), (_, _) -> Optional.empty());
    }

    private BeatStore beats(Condition said) {
        return new MongoBeatStore(writer(CollectionNames.RUNNERS), new RelayId("r-a"), (_, _) -> Optional.of(said));
    }

    private BatchingWriter writer(String collection) {
        return new BatchingWriter(store().deciding(collection), Backlog.USUAL, BatchListener.NONE);
    }

    private RunnerId runner(int slots) {
        RunnerId runner = RunnerId.forName(UUID.randomUUID().toString());
        Document places = new Document();
        IntStream.range(0, slots)
                .forEach(slot -> places.append("" + slot, new Document("sync", 0L).append("beat", 1L)));
        store().deciding(CollectionNames.RUNNERS)
                .insertOne(new Document("_id", runner.value())
                        .append("generation", GENERATION.value())
                        .append("slots", places));
        return runner;
    }

    private Document document(RunnerId runner) {
        return requireNonNull(store().deciding(CollectionNames.RUNNERS)
                .find(Filters.eq("_id", runner.value()))
                .first());
    }

    private Document slot(RunnerId runner, int slot) {
        return document(runner).get("slots", Document.class).get("" + slot, Document.class);
    }

    private static Beat beat(RunnerId runner, int slot, long sync, @Nullable AttemptId attempt) {
        return new Beat(
                new SlotRef(runner, slot), GENERATION, sync, Optional.ofNullable(attempt), Duration.ofSeconds(5));
    }

    private static ClaimRequest request(long sync) {
        TaskId task = new TaskId(UUID.randomUUID().toString());
        Assignment what = new Assignment(task, AttemptId.derive(task, Instant.EPOCH, new Epoch(1), 1), GENERATION);
        return new ClaimRequest(what, new SlotRef(RunnerId.forName("x"), 0), GENERATION, sync, Duration.ofSeconds(45));
    }

    private static ClaimRequest later(ClaimRequest request, long sync) {
        return new ClaimRequest(request.what(), request.slot(), request.generation(), sync, request.patience());
    }

    private Document claim(ClaimRequest request) {
        return requireNonNull(store().deciding(CollectionNames.REPORTS)
                .find(Filters.eq("_id", id(request)))
                .first());
    }

    private static String id(ClaimRequest request) {
        return ReportId.start(request.what().attempt()).value();
    }
}
