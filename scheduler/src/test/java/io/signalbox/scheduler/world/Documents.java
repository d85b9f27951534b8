package io.signalbox.scheduler.world;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.AttemptFields;
import io.signalbox.model.store.EventFields;
import io.signalbox.model.store.TaskFields;
import io.signalbox.model.store.report.ReportFields;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.TaskState;
import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.core.retention.FinishedTask;
import io.signalbox.scheduler.core.task.Report;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.bson.Document;
import tools.jackson.databind.json.JsonMapper;

/** Documents as gateways write them. */
public final class Documents {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Documents() {}

    /** A task that was just submitted, its queued event in the outbox. */
    public static Document task(TaskId id, TaskTerms terms) {
        var queued = new Document(EventFields.KEY, "0.0")
                .append(EventFields.TYPE, "task.queued")
                .append(EventFields.AT, terms.createdAt())
                .append(EventFields.DATA, new Document());
        return new Document(TaskFields.ID, id.value())
                .append(TaskFields.VERSION, 0L)
                .append(TaskFields.STATE, TaskState.QUEUED.wire())
                .append(TaskFields.PROJECT, terms.project().value())
                .append(TaskFields.CREATED_AT, terms.createdAt())
                .append(TaskFields.TERMS, JSON.writeValueAsString(terms))
                .append(TaskFields.FENCE, 0L)
                .append(TaskFields.OUTBOX, List.of(queued));
    }

    /** A task that has ended, of whose events so many wait in its outbox. */
    public static Document finished(FinishedTask task, Instant createdAt, int events) {
        return new Document(TaskFields.ID, task.id().value())
                .append(TaskFields.STATE, task.state().wire())
                .append(TaskFields.PROJECT, task.project().value())
                .append(TaskFields.COMMIT, task.commit())
                .append(TaskFields.CREATED_AT, createdAt)
                .append(TaskFields.FINISHED_AT, task.finishedAt())
                .append(
                        TaskFields.ATTEMPTS,
                        task.attempts().stream()
                                .map(attempt -> new Document(AttemptFields.ID, attempt.value()))
                                .toList())
                .append(TaskFields.OUTBOX, Collections.nCopies(events, new Document(EventFields.KEY, "4.0")));
    }

    /** A report. */
    public static Document report(Report report) {
        var document = new Document(ReportFields.ID, report.id().value())
                .append(ReportFields.KIND, report.id().kind().wire())
                .append(ReportFields.TASK, report.task().value());
        return switch (report) {
            case Report.StartClaimed it ->
                of(document, it.attempt())
                        .append(ReportFields.RUNNER, it.slot().runner().value())
                        .append(ReportFields.SLOT, it.slot().number())
                        .append(ReportFields.GENERATION, it.generation().value())
                        .append(ReportFields.RELAY, it.relay().value())
                        .append(ReportFields.SYNC, it.sync());
            case Report.StartWithdrawn it -> of(document, it.attempt()).append(ReportFields.WITHDRAWN, true);
            case Report.Finished it -> finished(of(document, it.attempt()), it);
            case Report.CancelWanted it -> document.append(ReportFields.AT, it.at());
        };
    }

    private static Document of(Document document, AttemptId attempt) {
        return document.append(ReportFields.ATTEMPT, attempt.value());
    }

    private static Document finished(Document document, Report.Finished report) {
        document.append(ReportFields.RESULT, report.result().wire()).append(ReportFields.EXIT_CODE, report.exitCode());
        Reason reason = report.reason();
        return reason == null
                ? document
                : document.append(ReportFields.CODE, reason.code().wire())
                        .append(ReportFields.MESSAGE, reason.message());
    }
}
