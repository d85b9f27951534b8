package io.signalbox.model.store.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.TaskId;
import java.util.Optional;

/**
 * The {@code _id} of a report: what it is about, and its kind. A repeated report therefore is the same document (C18).
 *
 * @param value such as {@code <attempt>:start}
 */
public record ReportId(@JsonValue String value) {
    private static final char SEPARATOR = ':';

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReportId {
        if (value.indexOf(SEPARATOR) < 0) {
            throw new IllegalArgumentException("a report id must be '<id>:<kind>', but was '" + value + "'");
        }
    }

    /** The claim of an attempt's start (C1). */
    public static ReportId start(AttemptId attempt) {
        return new ReportId(attempt.value() + SEPARATOR + ReportKind.START.wire());
    }

    /** The end of an attempt. */
    public static ReportId finished(AttemptId attempt) {
        return new ReportId(attempt.value() + SEPARATOR + ReportKind.FINISHED.wire());
    }

    /** The wish to cancel a task (C12). */
    public static ReportId cancel(TaskId task) {
        return new ReportId(task.value() + SEPARATOR + ReportKind.CANCEL.wire());
    }

    /** The claim that came before it, if it is the end of an attempt. */
    public Optional<ReportId> startBefore() {
        return kind() == ReportKind.FINISHED
                ? Optional.of(new ReportId(about() + SEPARATOR + ReportKind.START.wire()))
                : Optional.empty();
    }

    private String about() {
        return value.substring(0, value.indexOf(SEPARATOR));
    }

    /** Its kind. */
    public ReportKind kind() {
        return ReportKind.of(value.substring(value.indexOf(SEPARATOR) + 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
