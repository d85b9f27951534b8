package io.signalbox.gateway.adapter.mongo.task;

import io.signalbox.backbone.mongo.write.BatchingWriter;
import io.signalbox.backbone.mongo.write.Write;
import io.signalbox.backbone.mongo.write.WriteOutcome;
import io.signalbox.gateway.task.submit.NewTask;
import io.signalbox.gateway.task.submit.TaskInserts;
import java.util.concurrent.CompletableFuture;

/** Inserts into {@code tasks} by group commit. */
public final class MongoTaskInserts implements TaskInserts {
    private final BatchingWriter writer;

    /** Writes through {@code writer}, which writes to {@code tasks}. */
    public MongoTaskInserts(BatchingWriter writer) {
        this.writer = writer;
    }

    @Override
    public CompletableFuture<Outcome> insert(NewTask task) {
        CompletableFuture<WriteOutcome> written = writer.write(Write.insert(NewTaskDocument.of(task)));
        CompletableFuture<Outcome> outcome = written.thenApply(MongoTaskInserts::outcome);
        var _ = outcome.whenComplete((_, _) -> {
            if (outcome.isCancelled()) {
                written.cancel(false);
            }
        });
        return outcome;
    }

    private static Outcome outcome(WriteOutcome written) {
        return switch (written) {
            case WriteOutcome.Written _ -> new Outcome.Inserted();
            case WriteOutcome.Duplicate _ -> new Outcome.Duplicate();
            case WriteOutcome.Missed _, WriteOutcome.Unknown _ -> new Outcome.Unknown();
            case WriteOutcome.Refused refused ->
                switch (refused.reason()) {
                    case BACKLOG_FULL -> new Outcome.Overloaded();
                    case STOPPED, STORE_AWAY -> new Outcome.Away();
                    case REJECTED -> new Outcome.Rejected(refused.message());
                };
        };
    }
}
