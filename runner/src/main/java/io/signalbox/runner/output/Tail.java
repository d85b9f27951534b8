package io.signalbox.runner.output;

import io.signalbox.runner.output.Spool.Batch;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The last events of a log, which travel with the end of the attempt (C21).
 *
 * @param end index after the last event
 * @param startFrom index of the first of {@code lines}
 * @param lines without their line ends
 */
public record Tail(long end, long startFrom, List<String> lines) {

    static Tail of(Spool spool) {
        Batch batch = spool.next(Integer.MAX_VALUE, (int) LogSender.TAIL_BYTES);
        List<String> lines =
                StandardCharsets.UTF_8.decode(batch.lines()).toString().lines().toList();
        return new Tail(spool.end(), batch.first(), lines);
    }

    static Tail sealed(Spool spool) {
        return new Tail(spool.end(), spool.end(), List.of());
    }
}
