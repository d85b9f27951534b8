package io.signalbox.gateway.relay.finish;

import io.signalbox.gateway.log.AppendOutcome;
import io.signalbox.gateway.log.LogWriter;
import io.signalbox.gateway.log.SealOutcome;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records ends of attempts, in this order: the last batch of the log, the seal, the report. So whoever sees the task ended sees its whole
 * log. Every step can be repeated, at any gateway. Thread-safe; never blocks.
 */
public final class FinishAttempt {
    private static final Logger LOG = LoggerFactory.getLogger(FinishAttempt.class);

    private final LogWriter log;
    private final EndReports reports;
    private final AttemptDirectory directory;

    /** Records through these. */
    public FinishAttempt(LogWriter log, EndReports reports, AttemptDirectory directory) {
        this.log = log;
        this.reports = reports;
        this.directory = directory;
    }

    /**
     * Records the end of {@code attempt}.
     *
     * @param known its task, where the relay remembers it on a slot of this runner
     * @return the outcome, never completed with an exception
     */
    public CompletableFuture<FinishOutcome> finish(
            AttemptId attempt, Optional<TaskId> known, RunnerId runner, AttemptEnd end) {
        CompletableFuture<FinishOutcome> outcome = known.isPresent()
                ? record(new EndReport(attempt, known.get(), runner, end), FinishOutcome.RECORDED)
                : directory.find(attempt).thenCompose(found -> judge(attempt, found, runner, end));
        return outcome.exceptionally(failure -> {
            LOG.warn("Failed to record the end of attempt {}: {}", attempt, failure.getMessage());
            return FinishOutcome.UNAVAILABLE;
        });
    }

    private CompletableFuture<FinishOutcome> judge(
            AttemptId attempt, Optional<KnownAttempt> found, RunnerId runner, AttemptEnd end) {
        if (found.isEmpty() || !found.get().runner().equals(runner)) {
            return CompletableFuture.completedFuture(FinishOutcome.FOREIGN);
        }
        EndReport report = new EndReport(attempt, found.get().task(), runner, end);
        return switch (found.get().standing()) {
            case LIVE -> record(report, FinishOutcome.RECORDED);
            case REPORTED -> CompletableFuture.completedFuture(FinishOutcome.REPEATED);
            case OUTLIVED -> record(report, FinishOutcome.LATE);
        };
    }

    private CompletableFuture<FinishOutcome> record(EndReport report, FinishOutcome success) {
        return appendLog(report)
                .thenCompose(appended -> appended ? seal(report) : CompletableFuture.completedFuture(false))
                .thenCompose(closed -> closed ? reports.append(report) : CompletableFuture.completedFuture(false))
                .thenApply(stored -> stored ? success : FinishOutcome.UNAVAILABLE);
    }

    /** Only a store that does not answer keeps the end from being recorded: a log that contradicts itself is an alarm, not a reason. */
    private CompletableFuture<Boolean> appendLog(EndReport report) {
        AttemptEnd end = report.end();
        if (end.lines().isEmpty()) {
            return CompletableFuture.completedFuture(true);
        }
        return log.append(report.attempt(), report.task(), end.startFrom(), end.lines())
                .thenApply(outcome -> switch (outcome) {
                    case AppendOutcome.Appended _ -> true;
                    case AppendOutcome.Unavailable _ -> false;
                    case AppendOutcome.Sealed _,
                            AppendOutcome.QuotaReached _,
                            AppendOutcome.Contradicted _,
                            AppendOutcome.Malformed _ -> {
                        LOG.warn("Refused the last log batch of attempt {}: {}", report.attempt(), outcome);
                        yield true;
                    }
                });
    }

    private CompletableFuture<Boolean> seal(EndReport report) {
        return log.seal(report.attempt(), report.task(), report.end().logEnd()).thenApply(outcome -> switch (outcome) {
            case SealOutcome.Sealed _, SealOutcome.Open _ -> true;
            case SealOutcome.Unavailable _ -> false;
        });
    }
}
