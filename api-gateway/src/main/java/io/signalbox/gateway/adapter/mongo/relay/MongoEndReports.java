package io.signalbox.gateway.adapter.mongo.relay;

import io.signalbox.backbone.mongo.write.BatchingWriter;
import io.signalbox.backbone.mongo.write.Write;
import io.signalbox.backbone.mongo.write.WriteOutcome;
import io.signalbox.gateway.relay.finish.AttemptEnd;
import io.signalbox.gateway.relay.finish.EndReport;
import io.signalbox.gateway.relay.finish.EndReports;
import io.signalbox.model.store.report.ReportFields;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.model.store.report.ReportKind;
import java.time.InstantSource;
import java.util.Date;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;

/** Ends as documents {@code <attempt>:finished} in {@code reports}; the first one stands (C18). */
public final class MongoEndReports implements EndReports {
    private final BatchingWriter reports;
    private final InstantSource clock;

    /** Writes through the writer of {@code reports}. */
    public MongoEndReports(BatchingWriter reports, InstantSource clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Boolean> append(EndReport report) {
        return reports.write(Write.insert(document(report)))
                .thenApply(outcome ->
                        outcome instanceof WriteOutcome.Written || outcome instanceof WriteOutcome.Duplicate);
    }

    private Document document(EndReport report) {
        AttemptEnd end = report.end();
        Document document = new Document(
                        ReportFields.ID, ReportId.finished(report.attempt()).value())
                .append(ReportFields.KIND, ReportKind.FINISHED.wire())
                .append(ReportFields.TASK, report.task().value())
                .append(ReportFields.ATTEMPT, report.attempt().value())
                .append(ReportFields.AT, Date.from(clock.instant()))
                .append(ReportFields.RUNNER, report.runner().value())
                .append(ReportFields.RESULT, end.result().wire());
        end.exitCode().ifPresent(code -> document.append(ReportFields.EXIT_CODE, code));
        end.reason()
                .ifPresent(reason -> document.append(
                                ReportFields.CODE, reason.code().wire())
                        .append(ReportFields.MESSAGE, reason.message()));
        end.logEnd().ifPresent(index -> document.append(ReportFields.LOG_END, index));
        return document;
    }
}
