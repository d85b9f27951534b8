package io.signalbox.gateway.log.view;

import io.signalbox.gateway.log.ChunkStore;
import io.signalbox.gateway.log.LogChunk;
import io.signalbox.gateway.log.LogLine;
import io.signalbox.model.id.AttemptId;
import java.io.IOException;
import java.io.OutputStream;

/** The bytes of a log's output alone. */
public final class RawLog {
    private static final int CHUNKS_AT_ONCE = 4;
    private final ChunkStore store;

    /** Reads from {@code store}. */
    public RawLog(ChunkStore store) {
        this.store = store;
    }

    /** Writes the bytes from {@code from} to {@code to}, exclusive, of which all must be there. */
    public void write(AttemptId attempt, long from, long to, OutputStream out) throws IOException {
        long index = store.indexOfOutput(attempt, from);
        long written = 0;
        long before = -1;
        while (written < to && index > before) {
            before = index;
            for (LogChunk chunk : store.from(attempt, index, CHUNKS_AT_ONCE)) {
                if (chunk instanceof LogChunk.Events events) {
                    written = write(events, from, to, out);
                }
                index = chunk.after().end();
            }
        }
    }

    private static long write(LogChunk.Events chunk, long from, long to, OutputStream out) throws IOException {
        long bytes = chunk.lines().stream().mapToLong(LogLine::outputBytes).sum();
        long at = chunk.after().outputBytes() - bytes;
        for (LogLine line : chunk.lines()) {
            long begin = Math.max(from, at);
            long end = Math.min(to, at + line.outputBytes());
            if (begin < end) {
                out.write(LogEntry.outputOf(line), (int) (begin - at), (int) (end - begin));
            }
            at += line.outputBytes();
        }
        return at;
    }
}
