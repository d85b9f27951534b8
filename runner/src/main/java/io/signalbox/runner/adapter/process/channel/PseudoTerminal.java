package io.signalbox.runner.adapter.process.channel;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;

/**
 * A terminal of 80 columns and 24 lines that passes every byte as it is. Its far end is kept open here too, so that it outlives each process of the task
 * and the runner can write into it. It is nobody's controlling terminal and is opened for writing alone: nothing can wait for a person at a keyboard.
 */
public final class PseudoTerminal implements OutputEnd {
    private static final short ROWS = 24;
    private static final short COLUMNS = 80;
    private static final int BUFFER = 64 * 1024;

    private final int near;
    private final Path path;
    private final int far;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment buffer = arena.allocate(BUFFER);
    private boolean closed;

    private PseudoTerminal(int near) throws IOException {
        this.near = near;
        this.path = Path.of(LibC.unlock(near));
        LibC.makeRaw(near);
        LibC.resize(near, ROWS, COLUMNS);
        this.far = LibC.openForWriting(path.toString());
    }

    /** A new one. */
    public static PseudoTerminal open() throws IOException {
        int near = LibC.openTerminal();
        try {
            return new PseudoTerminal(near);
        } catch (IOException | RuntimeException e) {
            LibC.close(near);
            throw e;
        }
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public int read(byte[] target, int offset) throws IOException {
        int most = Math.min(BUFFER, target.length - offset);
        int count = LibC.read(near, buffer.asSlice(0, most));
        MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, target, offset, count);
        return count;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        LibC.letFlow(far);
        int written = LibC.write(far, bytes);
        if (written != bytes.length) {
            throw new IOException("the terminal took " + written + " of " + bytes.length + " bytes");
        }
    }

    /** After the last read has returned. */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            LibC.close(far);
            LibC.close(near);
            arena.close();
        }
    }
}
