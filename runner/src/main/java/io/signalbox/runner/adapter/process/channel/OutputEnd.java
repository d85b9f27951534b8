package io.signalbox.runner.adapter.process.channel;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Where a task's output comes out: its processes open the other end by its path, and the runner can write into that as well, behind everything that
 * they have written. One thread reads; any thread writes; a short write is not mixed with others, and what is made of capital letters alone arrives
 * as it was written.
 */
public interface OutputEnd extends Closeable {
    /** What the processes open. */
    Path path();

    /** Blocks until there is at least one byte. */
    int read(byte[] buffer, int offset) throws IOException;

    /** Writes into the other end. */
    void write(byte[] bytes) throws IOException;
}
