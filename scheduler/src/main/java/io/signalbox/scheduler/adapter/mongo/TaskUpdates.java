package io.signalbox.scheduler.adapter.mongo;

import static io.signalbox.model.store.TaskFields.ASSIGNED_AT;
import static io.signalbox.model.store.TaskFields.ATTEMPT;
import static io.signalbox.model.store.TaskFields.ATTEMPTS;
import static io.signalbox.model.store.TaskFields.CANCEL_REQUESTED_AT;
import static io.signalbox.model.store.TaskFields.COMMIT;
import static io.signalbox.model.store.TaskFields.EXIT_CODE;
import static io.signalbox.model.store.TaskFields.FENCE;
import static io.signalbox.model.store.TaskFields.FINISHED_AT;
import static io.signalbox.model.store.TaskFields.NOT_BEFORE;
import static io.signalbox.model.store.TaskFields.OUTBOX;
import static io.signalbox.model.store.TaskFields.POOL;
import static io.signalbox.model.store.TaskFields.REASON_CODE;
import static io.signalbox.model.store.TaskFields.REASON_MESSAGE;
import static io.signalbox.model.store.TaskFields.STARTED_AT;
import static io.signalbox.model.store.TaskFields.STATE;
import static io.signalbox.model.store.TaskFields.VERSION;

import io.signalbox.backbone.mongo.write.Write;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.EventFields;
import io.signalbox.model.task.Reason;
import io.signalbox.scheduler.core.TaskChange;
import io.signalbox.scheduler.core.task.TaskEvent;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.loop.batch.CommitMark;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.BsonString;
import org.bson.Document;

/**
 * The scheduler's writes of a task: guarded by {@code version}, which they raise, and marked with {@code commit} (C16). What a state does
 * not have is removed from the document; when it was assigned and started stays on the ended one.
 */
final class TaskUpdates {

    private TaskUpdates() {}

    static Write commit(CommitMark mark, TaskChange change) {
        var set = new Document(VERSION, change.version())
                .append(COMMIT, mark.toString())
                .append(STATE, change.status().state().wire())
                .append(FENCE, change.fence().value());
        Values.append(set, CANCEL_REQUESTED_AT, change.cancelRequestedAt());
        var unset = new Document();
        switch (change.status()) {
            case TaskStatus.Queued queued -> queued(queued, set, unset);
            case TaskStatus.Live live -> live(live, set, unset);
            case TaskStatus.Ended ended -> {
                ended(ended, set, unset);
                // Its start may have met its end in one batch, and has no write of its own then.
                change.ended().forEach(attempt -> set.append(STARTED_AT, Date.from(attempt.startedAt())));
            }
        }
        var update = new Document("$set", set).append("$unset", unset);
        Document push = pushed(change);
        if (!push.isEmpty()) {
            update.append("$push", push);
        }
        return guarded(change.task(), change.expectedVersion(), mark, update);
    }

    static Write raise(CommitMark mark, TaskId task, long version) {
        return guarded(
                task,
                version,
                mark,
                new Document("$set", new Document(VERSION, version + 1).append(COMMIT, mark.toString())));
    }

    private static Write guarded(TaskId task, long version, CommitMark mark, Document update) {
        return Write.guarded(
                task.value(),
                new Document(VERSION, version),
                update,
                new Write.Mark(COMMIT, new BsonString(mark.toString())));
    }

    private static void queued(TaskStatus.Queued status, Document set, Document unset) {
        Instant notBefore = status.notBefore();
        if (notBefore == null) {
            remove(unset, NOT_BEFORE);
        } else {
            set.append(NOT_BEFORE, Date.from(notBefore));
        }
        remove(unset, ATTEMPT, ASSIGNED_AT, STARTED_AT, FINISHED_AT, REASON_CODE, REASON_MESSAGE, EXIT_CODE);
    }

    private static void live(TaskStatus.Live status, Document set, Document unset) {
        set.append(ATTEMPT, AttemptDocuments.live(status))
                .append(POOL, status.attempt().pool().value())
                .append(ASSIGNED_AT, Date.from(status.attempt().assignedAt()));
        if (status instanceof TaskStatus.Running running) {
            set.append(STARTED_AT, Date.from(running.startedAt()));
        } else {
            remove(unset, STARTED_AT);
        }
        remove(unset, NOT_BEFORE, FINISHED_AT, REASON_CODE, REASON_MESSAGE, EXIT_CODE);
    }

    private static void ended(TaskStatus.Ended status, Document set, Document unset) {
        set.append(FINISHED_AT, Date.from(status.finishedAt()));
        Reason reason = status.reason();
        if (reason == null) {
            remove(unset, REASON_CODE, REASON_MESSAGE);
        } else {
            set.append(REASON_CODE, reason.code().wire()).append(REASON_MESSAGE, reason.message());
        }
        Integer exitCode = status.exitCode();
        if (exitCode == null) {
            remove(unset, EXIT_CODE);
        } else {
            set.append(EXIT_CODE, exitCode);
        }
        remove(unset, ATTEMPT, NOT_BEFORE);
    }

    private static Document pushed(TaskChange change) {
        var push = new Document();
        if (!change.ended().isEmpty()) {
            push.append(
                    ATTEMPTS,
                    each(change.ended().stream().map(AttemptDocuments::ended).toList()));
        }
        if (!change.events().isEmpty()) {
            push.append(
                    OUTBOX,
                    each(change.events().stream().map(TaskUpdates::event).toList()));
        }
        return push;
    }

    private static Document event(TaskEvent event) {
        TaskEvent.Data said = event.data();
        var data = new Document();
        Values.append(
                data, "attempt", said.attempt() == null ? null : said.attempt().value());
        Values.append(data, "number", said.number());
        Values.append(
                data, "runner", said.runner() == null ? null : said.runner().value());
        Values.append(data, "runnerName", said.runnerName());
        Reason reason = said.reason();
        if (reason != null) {
            data.append("reason", new Document("code", reason.code().wire()).append("message", reason.message()));
        }
        Values.append(data, "exitCode", said.exitCode());
        return new Document(EventFields.KEY, event.key())
                .append(EventFields.TYPE, event.type())
                .append(EventFields.AT, Date.from(event.at()))
                .append(EventFields.DATA, data);
    }

    private static Document each(List<Document> values) {
        return new Document("$each", values);
    }

    private static void remove(Document unset, String... fields) {
        for (String field : fields) {
            unset.append(field, "");
        }
    }
}
