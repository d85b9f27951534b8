package io.signalbox.runner.output;

import java.nio.ByteBuffer;

/**
 * The log of one attempt from its writing to its acknowledgement. One thread at a time appends, one reads and acknowledges; both may be at it
 * together.
 */
public interface Spool extends AutoCloseable {
    /** Adds one event: a JSON line without its line end. Blocks while there is no space. */
    void append(byte[] line);

    /** Index after the last event. */
    long end();

    /** Index of the first event that is not acknowledged. */
    long acknowledged();

    /** Bytes that are not acknowledged. */
    long pendingBytes();

    /** The first events that are not acknowledged, as many as fit into both limits, but at least one if there is any. */
    Batch next(int mostLines, int mostBytes);

    /** They have arrived. */
    void acknowledge(Batch batch);

    /** Nobody will take it any more: what comes is dropped, and whoever waits for space goes on. */
    void refuse();

    @Override
    void close();

    /** Removes it from disk. */
    void delete();

    /**
     * Some events in a row.
     *
     * @param first index of the first
     * @param count how many
     * @param lines each with its line end
     */
    record Batch(long first, int count, ByteBuffer lines) {
        public boolean isEmpty() {
            return count == 0;
        }
    }
}
