package io.signalbox.model.relay;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of an attempt as our runner tells it: result, end of the log, and the last batch of it (C21). Repeating it is harmless.
 *
 * @param result how it ended
 * @param exitCode status of the last command, if one ran
 * @param reason why, where the result alone does not say it
 * @param logEnd index after the last log event
 * @param startFrom index of the first of {@code events}
 * @param events the last log events as JSON lines, each without its line end, just as a push would carry them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FinishedAttempt(
        AttemptResult result,
        @Nullable Integer exitCode,
        @Nullable Reason reason,
        long logEnd,
        long startFrom,
        List<String> events) {}
