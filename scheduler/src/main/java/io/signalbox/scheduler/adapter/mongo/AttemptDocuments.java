package io.signalbox.scheduler.adapter.mongo;

import static io.signalbox.model.store.AttemptFields.ASSIGNED_AT;
import static io.signalbox.model.store.AttemptFields.EPOCH;
import static io.signalbox.model.store.AttemptFields.EXIT_CODE;
import static io.signalbox.model.store.AttemptFields.FENCE;
import static io.signalbox.model.store.AttemptFields.FINISHED_AT;
import static io.signalbox.model.store.AttemptFields.GENERATION;
import static io.signalbox.model.store.AttemptFields.ID;
import static io.signalbox.model.store.AttemptFields.NUMBER;
import static io.signalbox.model.store.AttemptFields.POOL;
import static io.signalbox.model.store.AttemptFields.REASON_CODE;
import static io.signalbox.model.store.AttemptFields.REASON_MESSAGE;
import static io.signalbox.model.store.AttemptFields.RELAY;
import static io.signalbox.model.store.AttemptFields.REPORTED;
import static io.signalbox.model.store.AttemptFields.RUNNER;
import static io.signalbox.model.store.AttemptFields.RUNNER_NAME;
import static io.signalbox.model.store.AttemptFields.SLOT;
import static io.signalbox.model.store.AttemptFields.STARTED_AT;
import static io.signalbox.model.store.AttemptFields.STATE;
import static io.signalbox.model.store.AttemptFields.STOP_AT;
import static io.signalbox.model.store.AttemptFields.STOP_CAUSE;
import static java.util.Objects.requireNonNull;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Fence;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.task.Attempt;
import io.signalbox.scheduler.core.task.EndedAttempt;
import io.signalbox.scheduler.core.task.Stop;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.task.TaskStatus;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Attempts inside a task's document: the live one, and the history of ended ones. */
final class AttemptDocuments {

    private AttemptDocuments() {}

    static Document live(TaskStatus.Live status) {
        Document document = document(status.attempt());
        if (status instanceof TaskStatus.Running running) {
            Values.append(document, STARTED_AT, running.startedAt());
        }
        Stop stop = status.stop();
        if (stop != null) {
            Values.append(document.append(STOP_CAUSE, stop.cause().wire()), STOP_AT, stop.at());
        }
        return document;
    }

    static Document ended(EndedAttempt ended) {
        Document document = document(ended.attempt());
        Values.append(document, STARTED_AT, ended.startedAt());
        Values.append(document, FINISHED_AT, ended.finishedAt());
        document.append(STATE, ended.state().wire());
        Reason reason = ended.reason();
        if (reason != null) {
            document.append(REASON_CODE, reason.code().wire()).append(REASON_MESSAGE, reason.message());
        }
        if (ended.reported()) {
            document.append(REPORTED, true);
        }
        return Values.append(document, EXIT_CODE, ended.exitCode());
    }

    static TaskStatus readLive(TaskState state, Document document) {
        Attempt attempt = attempt(document);
        Stop stop = stop(document);
        return state == TaskState.ASSIGNED
                ? new TaskStatus.Assigned(attempt, stop)
                : new TaskStatus.Running(attempt, requireNonNull(Values.instant(document, STARTED_AT)), stop);
    }

    /** Whether it ended as its runner had reported. */
    static boolean isReported(Document ended) {
        return Boolean.TRUE.equals(ended.getBoolean(REPORTED));
    }

    /** The ended attempt, if it was lost without a word of its runner. */
    static StoredTask.@Nullable Loss readLoss(Document ended) {
        return TaskState.LOST.wire().equals(ended.getString(STATE)) && !isReported(ended)
                ? new StoredTask.Loss(attempt(ended), requireNonNull(Values.instant(ended, FINISHED_AT)))
                : null;
    }

    private static Document document(Attempt attempt) {
        var document = new Document(ID, attempt.id().value())
                .append(NUMBER, attempt.number())
                .append(FENCE, attempt.fence().value())
                .append(EPOCH, attempt.epoch().value())
                .append(RUNNER, attempt.slot().runner().value())
                .append(RUNNER_NAME, attempt.runnerName())
                .append(GENERATION, attempt.generation().value())
                .append(SLOT, attempt.slot().number())
                .append(POOL, attempt.pool().value())
                .append(RELAY, attempt.relay().value());
        return Values.append(document, ASSIGNED_AT, attempt.assignedAt());
    }

    private static Attempt attempt(Document document) {
        return new Attempt(
                new AttemptId(document.getString(ID)),
                Math.toIntExact(Values.number(document, NUMBER)),
                new Fence(Values.number(document, FENCE)),
                new Epoch(Values.number(document, EPOCH)),
                new SlotRef(new RunnerId(document.getString(RUNNER)), Math.toIntExact(Values.number(document, SLOT))),
                document.getString(RUNNER_NAME),
                new Generation(Values.number(document, GENERATION)),
                new PoolName(document.getString(POOL)),
                new RelayId(document.getString(RELAY)),
                requireNonNull(Values.instant(document, ASSIGNED_AT)));
    }

    private static @Nullable Stop stop(Document document) {
        String cause = document.getString(STOP_CAUSE);
        return cause == null ? null : new Stop(ReasonCode.of(cause), requireNonNull(Values.instant(document, STOP_AT)));
    }
}
