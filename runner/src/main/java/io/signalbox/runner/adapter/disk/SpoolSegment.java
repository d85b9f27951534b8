package io.signalbox.runner.adapter.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/** One file of a spool. Its name is the index of its first event; its lines are events. One thread writes, one reads. */
final class SpoolSegment {
    private static final String SUFFIX = ".jsonl";

    private final Path path;
    private final FileChannel channel;
    private final long first;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong count = new AtomicLong();

    private SpoolSegment(Path path, long first) throws IOException {
        this.path = path;
        this.first = first;
        this.channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    static SpoolSegment create(Path folder, long first) throws IOException {
        return new SpoolSegment(folder.resolve("%012d%s".formatted(first, SUFFIX)), first);
    }

    /** Opens what an earlier process wrote and cuts off what it did not finish: a torn line, or zeros where the machine lost power. */
    static SpoolSegment recover(Path path) throws IOException {
        String name = path.getFileName().toString();
        var segment = new SpoolSegment(path, Long.parseLong(name.substring(0, name.length() - SUFFIX.length())));
        segment.cutToWholeLines(Files.readAllBytes(path));
        return segment;
    }

    static boolean isOne(Path path) {
        return path.getFileName().toString().matches("\\d{12}\\.jsonl");
    }

    private void cutToWholeLines(byte[] content) throws IOException {
        int good = 0;
        int lines = 0;
        for (int at = 0; at < content.length; at++) {
            if (content[at] == '\n') {
                if (!isEvent(content, good, at)) {
                    break;
                }
                good = at + 1;
                lines++;
            }
        }
        channel.truncate(good);
        bytes.set(good);
        count.set(lines);
    }

    private static boolean isEvent(byte[] content, int from, int to) {
        return to - from > 1 && content[from] == '{' && content[to - 1] == '}';
    }

    /** Written at a place, so that an attempt that failed half-way is overwritten by the next. */
    void append(ByteBuffer line) throws IOException {
        long at = bytes.get();
        while (line.hasRemaining()) {
            at += channel.write(line, at);
        }
        bytes.set(at);
        count.incrementAndGet();
    }

    /** Bytes from {@code offset}, at most {@code most} and none beyond the last whole event. */
    ByteBuffer read(long offset, int most) throws IOException {
        var buffer = ByteBuffer.allocate((int) Math.min(most, bytes.get() - offset));
        int read = channel.read(buffer, offset);
        while (read > 0 && buffer.hasRemaining()) {
            read = channel.read(buffer, offset + buffer.position());
        }
        return buffer.flip();
    }

    long first() {
        return first;
    }

    /** Index after its last event. */
    long end() {
        return first + count.get();
    }

    long bytes() {
        return bytes.get();
    }

    void close() throws IOException {
        channel.close();
    }

    void delete() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }
}
