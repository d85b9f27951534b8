package io.signalbox.runner.output;

import java.util.function.Consumer;

/** Cuts a stream of bytes into pieces of at most 8 KiB that do not tear a character. Not thread-safe. */
final class OutputCutter {
    static final int LARGEST = 8 * 1024;

    private final byte[] pending = new byte[LARGEST];
    private final Consumer<OutputPiece> pieces;
    private int length;

    OutputCutter(Consumer<OutputPiece> pieces) {
        this.pieces = pieces;
    }

    /** Adds bytes; passes on what fills whole pieces. */
    void add(byte[] buffer, int offset, int count) {
        int done = offset;
        int end = offset + count;
        while (done < end) {
            int part = Math.min(end - done, LARGEST - length);
            System.arraycopy(buffer, done, pending, length, part);
            length += part;
            done += part;
            if (length == LARGEST) {
                flush();
            }
        }
    }

    /** Passes on everything but the beginning of a character whose rest may still come. */
    void flush() {
        pass(Utf8.completeLength(pending, length));
    }

    /** Passes on everything. */
    void end() {
        pass(length);
    }

    /** Whether a flush would pass on something. */
    boolean hasPending() {
        return Utf8.completeLength(pending, length) > 0;
    }

    private void pass(int count) {
        if (count > 0) {
            pieces.accept(OutputPiece.of(pending, count));
            System.arraycopy(pending, count, pending, 0, length - count);
            length -= count;
        }
    }
}
