package io.signalbox.gateway.adapter.mongo.task;

import io.signalbox.gateway.task.StoredAttempt;
import io.signalbox.gateway.task.StoredTask;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.AttemptFields;
import io.signalbox.model.store.TaskFields;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.model.task.TaskState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reads a task's document. */
final class TaskDocument {
    private TaskDocument() {}

    static StoredTask read(Document task) {
        TaskState state = TaskState.of(task.getString(TaskFields.STATE));
        return new StoredTask(
                new TaskId(task.getString(TaskFields.ID)),
                new ProjectName(task.getString(TaskFields.PROJECT)),
                task.getString(TaskFields.NAME),
                state,
                reason(task, TaskFields.REASON_CODE, TaskFields.REASON_MESSAGE),
                text(task, TaskFields.POOL, PoolName::new),
                attempts(task, state),
                task.getInteger(TaskFields.EXIT_CODE),
                new StoredTask.Times(
                        Objects.requireNonNull(instant(task, TaskFields.CREATED_AT)),
                        instant(task, TaskFields.CANCEL_REQUESTED_AT),
                        instant(task, TaskFields.ASSIGNED_AT),
                        instant(task, TaskFields.STARTED_AT),
                        instant(task, TaskFields.FINISHED_AT),
                        instant(task, TaskFields.LOG_PURGED_AT)),
                text(task, TaskFields.RETRY_OF, TaskId::new),
                task.getString(TaskFields.BODY_HASH),
                Objects.requireNonNullElse(task.getString(TaskFields.SPEC), ""));
    }

    private static List<StoredAttempt> attempts(Document task, TaskState state) {
        List<StoredAttempt> attempts = new ArrayList<>();
        for (Document ended : task.getList(TaskFields.ATTEMPTS, Document.class, List.of())) {
            attempts.add(attempt(ended, TaskState.of(ended.getString(AttemptFields.STATE))));
        }
        Document live = task.get(TaskFields.ATTEMPT, Document.class);
        if (live != null) {
            attempts.add(attempt(live, state));
        }
        return attempts;
    }

    private static StoredAttempt attempt(Document attempt, TaskState state) {
        return new StoredAttempt(
                new AttemptId(attempt.getString(AttemptFields.ID)),
                attempt.get(AttemptFields.NUMBER, Number.class).intValue(),
                new RunnerId(attempt.getString(AttemptFields.RUNNER)),
                Objects.requireNonNullElse(attempt.getString(AttemptFields.RUNNER_NAME), ""),
                state,
                reason(attempt, AttemptFields.REASON_CODE, AttemptFields.REASON_MESSAGE),
                instant(attempt, AttemptFields.STARTED_AT),
                instant(attempt, AttemptFields.FINISHED_AT),
                attempt.getInteger(AttemptFields.EXIT_CODE),
                attempt.getList(AttemptFields.REFUSED, String.class, List.of()));
    }

    private static @Nullable Reason reason(Document document, String code, String message) {
        String wire = document.getString(code);
        return wire == null
                ? null
                : new Reason(ReasonCode.of(wire), Objects.requireNonNullElse(document.getString(message), ""));
    }

    private static @Nullable Instant instant(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }

    private static <T> @Nullable T text(Document document, String field, Function<String, T> reader) {
        String text = document.getString(field);
        return text == null ? null : reader.apply(text);
    }
}
