package io.signalbox.runner.adapter.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** One file of a spool. Its name is the index of its first event; its lines are events in a row. One thread writes, one reads. */
final class SpoolSegment {
    private static final String SUFFIX = ".jsonl";

    private final Path path;
    private final FileChannel channel;
    private final long first;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong count = new AtomicLong();

    private SpoolSegment(Path path) throws IOException {
        this.path = path;
        this.first = firstOf(path);
        this.channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    static SpoolSegment create(Path folder, long first) throws IOException {
        return new SpoolSegment(folder.resolve("%012d%s".formatted(first, SUFFIX)));
    }

    static boolean isOne(Path path) {
        return path.getFileName().toString().matches("\\d{12}\\.jsonl");
    }

    /** The index in its name. */
    static long firstOf(Path path) {
        String name = path.getFileName().toString();
        return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    }

    /**
     * Opens what an earlier process wrote, without what it did not finish: a torn line, or zeros where the machine lost power. What follows a damaged
     * place becomes a file of its own, so that exactly the damaged events are missing. Nothing is left of a file without a whole line.
     */
    static List<SpoolSegment> recover(Path path) throws IOException {
        byte[] content = Files.readAllBytes(path);
        var segments = new ArrayList<SpoolSegment>();
        for (Run run : runs(content)) {
            Path own = path.resolveSibling("%012d%s".formatted(run.first(), SUFFIX));
            Path fresh = path.resolveSibling("fresh");
            Files.write(fresh, Arrays.copyOfRange(content, run.from(), run.to()));
            Files.move(fresh, own, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            segments.add(open(own, run));
        }
        if (segments.stream().noneMatch(segment -> segment.first == firstOf(path))) {
            Files.delete(path);
        }
        return segments;
    }

    private static SpoolSegment open(Path path, Run run) throws IOException {
        var segment = new SpoolSegment(path);
        segment.bytes.set(run.to() - (long) run.from());
        segment.count.set(run.count());
        return segment;
    }

    /** Whole lines in a row. */
    private record Run(int from, int to, long first, long count) {
        boolean goesOnWith(int at, long index) {
            return at == to && index == first + count;
        }
    }

    private static List<Run> runs(byte[] content) {
        var runs = new ArrayList<Run>();
        int from = 0;
        for (int at = 0; at < content.length; at++) {
            if (content[at] == '\n') {
                add(runs, from, at + 1, SpoolLine.indexOf(content, from, at));
                from = at + 1;
            }
        }
        return runs;
    }

    private static void add(List<Run> runs, int from, int to, long index) {
        long least =
                runs.isEmpty() ? 0 : runs.getLast().first() + runs.getLast().count();
        if (index < least) {
            return;
        }
        if (!runs.isEmpty() && runs.getLast().goesOnWith(from, index)) {
            Run run = runs.removeLast();
            runs.add(new Run(run.from(), to, run.first(), run.count() + 1));
        } else {
            runs.add(new Run(from, to, index, 1));
        }
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
