package io.signalbox.scheduler.adapter.mongo;

import static io.signalbox.model.store.report.ReportFields.AT;
import static io.signalbox.model.store.report.ReportFields.ATTEMPT;
import static io.signalbox.model.store.report.ReportFields.CODE;
import static io.signalbox.model.store.report.ReportFields.EXIT_CODE;
import static io.signalbox.model.store.report.ReportFields.GENERATION;
import static io.signalbox.model.store.report.ReportFields.ID;
import static io.signalbox.model.store.report.ReportFields.MESSAGE;
import static io.signalbox.model.store.report.ReportFields.RELAY;
import static io.signalbox.model.store.report.ReportFields.RESULT;
import static io.signalbox.model.store.report.ReportFields.RUNNER;
import static io.signalbox.model.store.report.ReportFields.SLOT;
import static io.signalbox.model.store.report.ReportFields.SYNC;
import static io.signalbox.model.store.report.ReportFields.TASK;
import static io.signalbox.model.store.report.ReportFields.WITHDRAWN;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.scheduler.core.task.Report;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A report's document as the scheduler reads it. */
final class ReportDocuments {

    private ReportDocuments() {}

    static Report read(Document document) {
        var task = new TaskId(document.getString(TASK));
        return switch (new ReportId(document.getString(ID)).kind()) {
            case START ->
                document.getBoolean(WITHDRAWN, false)
                        ? new Report.StartWithdrawn(task, attempt(document))
                        : claim(task, document);
            case FINISHED ->
                new Report.Finished(
                        task,
                        attempt(document),
                        AttemptResult.of(document.getString(RESULT)),
                        document.getInteger(EXIT_CODE),
                        reason(document));
            case CANCEL -> new Report.CancelWanted(task, requireNonNull(Values.instant(document, AT)));
        };
    }

    private static Report claim(TaskId task, Document document) {
        return new Report.StartClaimed(
                task,
                attempt(document),
                new SlotRef(new RunnerId(document.getString(RUNNER)), Math.toIntExact(Values.number(document, SLOT))),
                new Generation(Values.number(document, GENERATION)),
                new RelayId(document.getString(RELAY)),
                Values.number(document, SYNC));
    }

    private static AttemptId attempt(Document document) {
        return new AttemptId(document.getString(ATTEMPT));
    }

    private static @Nullable Reason reason(Document document) {
        String code = document.getString(CODE);
        return code == null
                ? null
                : new Reason(ReasonCode.of(code), requireNonNullElse(document.getString(MESSAGE), ""));
    }
}
