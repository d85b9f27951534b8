package io.signalbox.gateway.adapter.mongo.relay;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.relay.claim.LiveAttempt;
import io.signalbox.gateway.relay.claim.LiveAttempts;
import io.signalbox.gateway.relay.claim.SlotRecords;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.RunnerFields;
import io.signalbox.model.store.SlotFields;
import io.signalbox.model.store.report.ReportFields;
import io.signalbox.model.store.report.ReportId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.bson.Document;

/**
 * Records of slots: the newest number out of {@code runners}, the live attempt out of {@code tasks}, its claim out of {@code reports}. The
 * number is read first: whoever stores the next one after it knows that nobody served the slot since the rest was read.
 */
public final class MongoSlotRecords implements SlotRecords {
    private final LiveAttempts attempts;
    private final MongoCollection<Document> runners;
    private final MongoCollection<Document> reports;
    private final Executor blocking;

    /**
     * Over the collections for deciding.
     *
     * @param blocking runs the reads
     */
    public MongoSlotRecords(LiveAttempts attempts, Store store, Executor blocking) {
        this.attempts = attempts;
        this.runners = store.deciding(CollectionNames.RUNNERS);
        this.reports = store.deciding(CollectionNames.REPORTS);
        this.blocking = blocking;
    }

    @Override
    public CompletableFuture<SlotRecord> of(SlotRef slot) {
        return CompletableFuture.supplyAsync(() -> newest(slot), blocking)
                .thenCompose(newest ->
                        attempts.on(slot.runner()).thenApplyAsync(found -> record(slot, newest, found), blocking));
    }

    /** Of two attempts that are live on a slot the claimed one is there: the other will be withdrawn (C1, C5). */
    private SlotRecord record(SlotRef slot, long newest, List<LiveAttempt> found) {
        List<LiveAttempt> live =
                found.stream().filter(it -> it.slot().equals(slot)).toList();
        Optional<LiveAttempt> claimed = live.stream().filter(this::isClaimed).findFirst();
        return new SlotRecord(newest, claimed.or(() -> live.stream().findFirst()), claimed.isPresent());
    }

    private boolean isClaimed(LiveAttempt live) {
        return reports.find(and(
                                eq(ReportFields.ID, ReportId.start(live.id()).value()),
                                ne(ReportFields.WITHDRAWN, true)))
                        .projection(include(ReportFields.ID))
                        .first()
                != null;
    }

    private long newest(SlotRef slot) {
        String sync = RunnerFields.SLOTS + "." + slot.number() + "." + SlotFields.SYNC;
        Document runner = runners.find(eq(RunnerFields.ID, slot.runner().value()))
                .projection(include(sync))
                .first();
        Number newest = runner == null
                ? null
                : runner.getEmbedded(
                        List.of(RunnerFields.SLOTS, Integer.toString(slot.number()), SlotFields.SYNC), Number.class);
        return newest == null ? 0 : newest.longValue();
    }
}
