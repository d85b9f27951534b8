package io.signalbox.runner.adapter.disk;

import io.signalbox.runner.output.Spool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A spool as files of about 4 MiB. A file is removed when all its events are acknowledged, so a spool that is opened again begins at a position that
 * is acknowledged already or not; pushing it once more is harmless (C20). While the disk is full, whoever appends waits, and with it the task.
 */
final class DiskSpool implements Spool {
    private static final long SEGMENT_BYTES = 4L * 1024 * 1024;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Path folder;
    private final ConcurrentLinkedDeque<SpoolSegment> segments = new ConcurrentLinkedDeque<>();
    private final AtomicLong pendingBytes = new AtomicLong();
    private volatile long acknowledged;
    private long offset;

    private DiskSpool(Path folder) {
        this.folder = folder;
    }

    static DiskSpool create(Path folder) throws IOException {
        Files.createDirectories(folder);
        var spool = new DiskSpool(folder);
        spool.segments.add(SpoolSegment.create(folder, 0));
        return spool;
    }

    /** Opens what an earlier process left; what follows a damaged place is dropped. */
    static DiskSpool recover(Path folder) throws IOException {
        Files.createDirectories(folder);
        var spool = new DiskSpool(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(SpoolSegment::isOne).sorted().toList()) {
                spool.addRecovered(SpoolSegment.recover(file));
            }
        }
        if (spool.segments.isEmpty()) {
            spool.segments.add(SpoolSegment.create(folder, 0));
        }
        spool.acknowledged = spool.segments.getFirst().first();
        return spool;
    }

    private void addRecovered(SpoolSegment segment) throws IOException {
        if (segments.isEmpty() || segments.getLast().end() == segment.first()) {
            segments.add(segment);
            pendingBytes.addAndGet(segment.bytes());
        } else {
            segment.delete();
        }
    }

    @Override
    public void append(byte[] line) {
        var whole = ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n');
        while (!tryAppend(whole.flip())) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        pendingBytes.addAndGet(line.length + 1L);
    }

    private boolean tryAppend(ByteBuffer line) {
        try {
            SpoolSegment last = segments.getLast();
            if (last.bytes() >= SEGMENT_BYTES) {
                last = SpoolSegment.create(folder, last.end());
                segments.add(last);
            }
            last.append(line);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public long end() {
        return segments.getLast().end();
    }

    @Override
    public long acknowledged() {
        return acknowledged;
    }

    @Override
    public long pendingBytes() {
        return pendingBytes.get();
    }

    @Override
    public Batch next(int mostLines, int mostBytes) {
        try {
            removeFinished();
            SpoolSegment segment = segments.getFirst();
            ByteBuffer bytes = segment.read(offset, mostBytes);
            Batch batch = cut(bytes, mostLines);
            boolean longer = batch.isEmpty() && segment.bytes() > offset;
            return longer ? cut(segment.read(offset, (int) (segment.bytes() - offset)), 1) : batch;
        } catch (IOException e) {
            throw new UncheckedIOException("the spool " + folder + " cannot be read", e);
        }
    }

    private Batch cut(ByteBuffer bytes, int mostLines) {
        int lines = 0;
        int end = 0;
        for (int at = 0; at < bytes.limit() && lines < mostLines; at++) {
            if (bytes.get(at) == '\n') {
                lines++;
                end = at + 1;
            }
        }
        return new Batch(acknowledged, lines, bytes.limit(end));
    }

    private void removeFinished() throws IOException {
        while (segments.size() > 1 && segments.getFirst().bytes() == offset) {
            segments.removeFirst().delete();
            offset = 0;
        }
    }

    @Override
    public void acknowledge(Batch batch) {
        offset += batch.lines().limit();
        pendingBytes.addAndGet(-batch.lines().limit());
        acknowledged = batch.first() + batch.count();
    }

    @Override
    public void close() {
        try {
            for (SpoolSegment segment : segments) {
                segment.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the spool " + folder + " cannot be closed", e);
        }
    }

    @Override
    public void delete() {
        close();
        FolderTree.delete(folder);
    }
}
