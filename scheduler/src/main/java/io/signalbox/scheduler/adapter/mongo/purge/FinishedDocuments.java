package io.signalbox.scheduler.adapter.mongo.purge;

import static io.signalbox.model.store.TaskFields.ATTEMPTS;
import static io.signalbox.model.store.TaskFields.COMMIT;
import static io.signalbox.model.store.TaskFields.CREATED_AT;
import static io.signalbox.model.store.TaskFields.FINISHED_AT;
import static io.signalbox.model.store.TaskFields.ID;
import static io.signalbox.model.store.TaskFields.LOG_PURGED_AT;
import static io.signalbox.model.store.TaskFields.OUTBOX;
import static io.signalbox.model.store.TaskFields.PROJECT;
import static io.signalbox.model.store.TaskFields.STATE;

import com.mongodb.client.model.Projections;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.AttemptFields;
import io.signalbox.model.store.EventFields;
import io.signalbox.model.store.PurgeFields;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.retention.FinishedTask;
import io.signalbox.scheduler.loop.purge.PurgeStore.Place;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Finished tasks as documents, as far as their purge needs them, and the wish that the log of one be removed. */
final class FinishedDocuments {

    static final Bson PROJECTION = Projections.include(
            ID,
            PROJECT,
            STATE,
            COMMIT,
            CREATED_AT,
            FINISHED_AT,
            ATTEMPTS + "." + AttemptFields.ID,
            OUTBOX + "." + EventFields.KEY,
            LOG_PURGED_AT);

    private FinishedDocuments() {}

    /** Whether it has ended for good, and all its events stand in the feed. */
    static boolean isSettled(Document task) {
        return TaskState.of(task.getString(STATE)).isTerminal()
                && task.getList(OUTBOX, Document.class, List.of()).isEmpty();
    }

    static FinishedTask read(Document task) {
        Date purged = task.getDate(LOG_PURGED_AT);
        return new FinishedTask(
                new TaskId(task.getString(ID)),
                new ProjectName(task.getString(PROJECT)),
                TaskState.of(task.getString(STATE)),
                Objects.requireNonNull(task.getString(COMMIT), COMMIT),
                task.getDate(FINISHED_AT).toInstant(),
                task.getList(ATTEMPTS, Document.class, List.of()).stream()
                        .map(attempt -> new AttemptId(attempt.getString(AttemptFields.ID)))
                        .toList(),
                instant(purged));
    }

    static Place place(Document task) {
        return new Place(task.getDate(CREATED_AT).toInstant(), task.getString(ID));
    }

    static Document wish(FinishedTask task) {
        return new Document(PurgeFields.ID, task.id().value())
                .append(
                        PurgeFields.ATTEMPTS,
                        task.attempts().stream().map(AttemptId::value).toList());
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
