package io.signalbox.scheduler.adapter.mongo;

import static io.signalbox.model.store.TaskFields.ASSIGNED_AT;
import static io.signalbox.model.store.TaskFields.ATTEMPT;
import static io.signalbox.model.store.TaskFields.ATTEMPTS;
import static io.signalbox.model.store.TaskFields.CANCEL_REQUESTED_AT;
import static io.signalbox.model.store.TaskFields.EXIT_CODE;
import static io.signalbox.model.store.TaskFields.FENCE;
import static io.signalbox.model.store.TaskFields.FINISHED_AT;
import static io.signalbox.model.store.TaskFields.ID;
import static io.signalbox.model.store.TaskFields.NOT_BEFORE;
import static io.signalbox.model.store.TaskFields.REASON_CODE;
import static io.signalbox.model.store.TaskFields.REASON_MESSAGE;
import static io.signalbox.model.store.TaskFields.STATE;
import static io.signalbox.model.store.TaskFields.TERMS;
import static io.signalbox.model.store.TaskFields.VERSION;

import com.mongodb.client.model.Projections;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Fence;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.AttemptFields;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.duration.Took;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** A task's document as the scheduler reads it. */
final class TaskDocuments {

    private static final TermsText TERMS_TEXT = new TermsText();

    /** What is read; never the specification. */
    static final Bson PROJECTION = Projections.include(
            ID,
            VERSION,
            STATE,
            TERMS,
            FENCE,
            ATTEMPT,
            ATTEMPTS,
            CANCEL_REQUESTED_AT,
            NOT_BEFORE,
            REASON_CODE,
            REASON_MESSAGE,
            EXIT_CODE,
            FINISHED_AT);

    private TaskDocuments() {}

    static StoredTask read(Document document) {
        List<Document> ended = document.getList(ATTEMPTS, Document.class, List.of());
        long losses = ended.stream()
                .filter(it -> TaskState.LOST.wire().equals(it.getString(AttemptFields.STATE)))
                .count();
        return new StoredTask(
                new TaskId(document.getString(ID)),
                Values.number(document, VERSION),
                TERMS_TEXT.read(document.getString(TERMS)),
                status(document),
                new Fence(Values.number(document, FENCE)),
                ended.size(),
                Math.toIntExact(losses),
                Values.instant(document, CANCEL_REQUESTED_AT),
                ended.stream()
                        .filter(it -> ReasonCode.START_FAILED.wire().equals(it.getString(AttemptFields.REASON_CODE)))
                        .map(it -> it.getString(AttemptFields.RUNNER_NAME))
                        .toList(),
                ended.stream()
                        .filter(AttemptDocuments::isReported)
                        .map(it -> new AttemptId(it.getString(AttemptFields.ID)))
                        .collect(Collectors.toSet()),
                ended.isEmpty() ? null : AttemptDocuments.readLoss(ended.getLast()));
    }

    static Took readTook(Document document) {
        Instant assignedAt = Objects.requireNonNull(Values.instant(document, ASSIGNED_AT), ASSIGNED_AT);
        Instant finishedAt = Objects.requireNonNull(Values.instant(document, FINISHED_AT), FINISHED_AT);
        return new Took(
                TERMS_TEXT.read(document.getString(TERMS)),
                Duration.between(assignedAt, finishedAt).toMillis());
    }

    private static TaskStatus status(Document document) {
        TaskState state = TaskState.of(document.getString(STATE));
        return switch (state) {
            case QUEUED -> new TaskStatus.Queued(Values.instant(document, NOT_BEFORE));
            case ASSIGNED, RUNNING -> AttemptDocuments.readLive(state, live(document));
            case PASSED, FAILED, CANCELED, TIMED_OUT, LOST ->
                new TaskStatus.Ended(
                        state,
                        reason(document),
                        document.getInteger(EXIT_CODE),
                        Objects.requireNonNull(Values.instant(document, FINISHED_AT), FINISHED_AT));
        };
    }

    private static Document live(Document document) {
        return Objects.requireNonNull(document.get(ATTEMPT, Document.class), ATTEMPT);
    }

    private static @Nullable Reason reason(Document document) {
        String code = document.getString(REASON_CODE);
        return code == null
                ? null
                : new Reason(ReasonCode.of(code), Objects.requireNonNullElse(document.getString(REASON_MESSAGE), ""));
    }
}
