package io.signalbox.runner.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.job.Outcome;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that was started and whose end is not acknowledged.
 *
 * @param attempt which
 * @param slot in which slot it was started
 * @param logUrl where its log goes
 * @param outcome how it ended; absent while it runs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpenAttempt(
        AttemptId attempt, int slot, URI logUrl, @Nullable Outcome outcome) {
    /** The same, ended. */
    public OpenAttempt ended(Outcome end) {
        return new OpenAttempt(attempt, slot, logUrl, end);
    }
}
