package io.signalbox.gateway.relay.finish;

import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.Reason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a runner says that an attempt ended.
 *
 * @param result how
 * @param exitCode of the last command, if one ran
 * @param reason why, where the result alone does not say it
 * @param logEnd index after the last log event; official agents state none
 * @param startFrom index of the first of {@code lines}
 * @param lines the last log events as JSON, each without its line end
 */
public record AttemptEnd(
        AttemptResult result,
        Optional<Integer> exitCode,
        Optional<Reason> reason,
        OptionalLong logEnd,
        long startFrom,
        List<byte[]> lines) {}
