package io.signalbox.runner.adapter.process.channel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.signalbox.runner.adapter.process.library.CLibrary;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * A named pipe, open at both ends here: it can be opened by processes without waiting for each other, never reports an end, and the runner can write
 * into it what its own reader is to see. One thread reads; any thread writes; a write of up to 4 KiB is not mixed with others (POSIX, PIPE_BUF).
 */
public final class NamedPipe implements OutputEnd {
    private static final MethodHandle MAKE = CLibrary.find("mkfifo", JAVA_INT, ADDRESS, JAVA_INT);
    private static final int PRIVATE = 0600;

    private final Path path;
    private final RandomAccessFile file;

    /** Makes it at {@code path}, for this user alone. */
    NamedPipe(Path path) throws IOException {
        this.path = path;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(path.toString());
            CLibrary.check("mkfifo of " + path, () -> (int) MAKE.invokeExact(name, PRIVATE));
        }
        this.file = new RandomAccessFile(path.toFile(), "rw");
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public int read(byte[] buffer, int offset) throws IOException {
        return file.read(buffer, offset, buffer.length - offset);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        file.write(bytes);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
