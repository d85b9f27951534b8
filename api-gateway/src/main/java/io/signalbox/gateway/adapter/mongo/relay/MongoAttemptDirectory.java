package io.signalbox.gateway.adapter.mongo.relay;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.relay.finish.AttemptDirectory;
import io.signalbox.gateway.relay.finish.KnownAttempt;
import io.signalbox.gateway.relay.finish.KnownAttempt.Standing;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.AttemptFields;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.LogChunkFields;
import io.signalbox.model.store.TaskFields;
import io.signalbox.model.store.report.ReportFields;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.model.task.TaskState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.bson.Document;

/**
 * Finds the task of an attempt without an index on it: its claim names the task for as long as the attempt lives, and the first chunk of
 * its log afterwards. The task's document then says where the attempt stands; of one whose log is being purged nothing is known any more (C25).
 */
public final class MongoAttemptDirectory implements AttemptDirectory {
    private final MongoCollection<Document> tasks;
    private final MongoCollection<Document> reports;
    private final MongoCollection<Document> chunks;
    private final Executor blocking;

    /**
     * Over the collections for deciding.
     *
     * @param blocking runs the reads
     */
    public MongoAttemptDirectory(Store store, Executor blocking) {
        this.tasks = store.deciding(CollectionNames.TASKS);
        this.reports = store.deciding(CollectionNames.REPORTS);
        this.chunks = store.deciding(CollectionNames.LOG_CHUNKS);
        this.blocking = blocking;
    }

    @Override
    public CompletableFuture<Optional<KnownAttempt>> find(AttemptId attempt) {
        return CompletableFuture.supplyAsync(
                () -> taskOf(attempt).flatMap(this::read).flatMap(task -> in(task, attempt)), blocking);
    }

    private Optional<String> taskOf(AttemptId attempt) {
        return Optional.ofNullable(
                        reports.find(eq(ReportFields.ID, ReportId.start(attempt).value()))
                                .projection(include(ReportFields.TASK))
                                .first())
                .map(report -> report.getString(ReportFields.TASK))
                .or(() -> Optional.ofNullable(chunks.find(and(
                                        gte(LogChunkFields.ID, attempt.value() + ":"),
                                        lt(LogChunkFields.ID, attempt.value() + ";")))
                                .projection(include(LogChunkFields.TASK))
                                .first())
                        .map(chunk -> chunk.getString(LogChunkFields.TASK)));
    }

    private Optional<Document> read(String task) {
        return Optional.ofNullable(tasks.find(eq(TaskFields.ID, task))
                        .projection(include(TaskFields.ATTEMPT, TaskFields.ATTEMPTS, TaskFields.LOG_PURGED_AT))
                        .first())
                .filter(found -> !found.containsKey(TaskFields.LOG_PURGED_AT));
    }

    private static Optional<KnownAttempt> in(Document task, AttemptId attempt) {
        TaskId id = new TaskId(task.getString(TaskFields.ID));
        return LiveAttemptDocument.live(task)
                .filter(live -> live.id().equals(attempt))
                .map(live -> new KnownAttempt(id, live.slot().runner(), Standing.LIVE))
                .or(() -> task.getList(TaskFields.ATTEMPTS, Document.class, List.of()).stream()
                        .filter(ended -> attempt.value().equals(ended.getString(AttemptFields.ID)))
                        .findFirst()
                        .map(ended -> new KnownAttempt(
                                id, new RunnerId(ended.getString(AttemptFields.RUNNER)), standing(ended))));
    }

    private static Standing standing(Document ended) {
        boolean outlived = TaskState.LOST.wire().equals(ended.getString(AttemptFields.STATE))
                || ReasonCode.STOP_UNCONFIRMED.wire().equals(ended.getString(AttemptFields.REASON_CODE));
        return outlived ? Standing.OUTLIVED : Standing.REPORTED;
    }
}
