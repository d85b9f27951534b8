package io.signalbox.runner.adapter.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A file to which lines are appended, each whole or not at all: what a full disk cut short is taken back, and would spoil the next line otherwise. */
final class JournalFile implements Closeable {
    private final FileChannel channel;
    private long end;

    /** Appends to what is empty yet. */
    JournalFile(FileChannel channel) {
        this.channel = channel;
    }

    void append(byte[] line) throws IOException {
        append(line, false);
    }

    /** The line is on disk when this returns. */
    void force(byte[] line) throws IOException {
        append(line, true);
    }

    private void append(byte[] line, boolean forced) throws IOException {
        try {
            ByteBuffer rest = ByteBuffer.wrap(line);
            while (rest.hasRemaining()) {
                channel.write(rest, end + rest.position());
            }
            if (forced) {
                channel.force(false);
            }
            end += line.length;
        } catch (IOException e) {
            channel.truncate(end);
            throw e;
        }
    }

    long size() {
        return end;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
