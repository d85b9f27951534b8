package io.signalbox.runner.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.JobPayload;
import io.signalbox.model.relay.JobPayload.LogTarget;
import io.signalbox.model.relay.RelayPaths;
import io.signalbox.runner.job.Outcome;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that was started and whose end is not acknowledged.
 *
 * @param attempt which
 * @param slot in which slot it was started
 * @param logUrl where its log goes; absent when the relay did not say it
 * @param outcome how it ended; absent while it runs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpenAttempt(
        AttemptId attempt,
        int slot,
        @Nullable URI logUrl,
        @Nullable Outcome outcome) {
    /**
     * Where its log goes at whatever gateway the runner can reach: of the address only the path counts, and one without a path is as good as none.
     */
    public String logPath() {
        String path = logUrl == null ? null : logUrl.getRawPath();
        return path != null && path.startsWith("/") ? path : RelayPaths.LOGS + "/" + attempt;
    }

    /** An attempt that begins. What a payload leaves out is null, whatever its type says. */
    public static OpenAttempt of(JobPayload job, int slot) {
        @Nullable LogTarget logger = job.logger();
        return new OpenAttempt(job.jobId(), slot, logger == null ? null : logger.url(), null);
    }

    /** The same, ended. */
    public OpenAttempt ended(Outcome end) {
        return new OpenAttempt(attempt, slot, logUrl, end);
    }
}
