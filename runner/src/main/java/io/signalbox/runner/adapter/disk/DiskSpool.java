package io.signalbox.runner.adapter.disk;

import io.signalbox.runner.adapter.disk.workspace.FolderTree;
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
 * is acknowledged already or not; pushing it once more is harmless (C20). While the disk or the quota is full, whoever appends waits, and with it the
 * task. Events that were damaged on disk are missing in the positions that are pushed: the relay states the gap.
 */
final class DiskSpool implements Spool {
    private static final long SEGMENT_BYTES = 4L * 1024 * 1024;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Path folder;
    private final SpoolQuota quota;
    private final ConcurrentLinkedDeque<SpoolSegment> segments = new ConcurrentLinkedDeque<>();
    private final AtomicLong pendingBytes = new AtomicLong();
    private volatile long acknowledged;
    private volatile boolean refused;
    private long offset;

    private DiskSpool(Path folder, SpoolQuota quota) {
        this.folder = folder;
        this.quota = quota;
    }

    static DiskSpool create(Path folder, SpoolQuota quota) throws IOException {
        Files.createDirectories(folder);
        var spool = new DiskSpool(folder, quota);
        spool.segments.add(SpoolSegment.create(folder, 0));
        return spool;
    }

    /** Opens what an earlier process left, but for what is damaged. */
    static DiskSpool recover(Path folder, SpoolQuota quota) throws IOException {
        Files.createDirectories(folder);
        var spool = new DiskSpool(folder, quota);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(SpoolSegment::isOne).sorted().toList()) {
                spool.addRecovered(file);
            }
        }
        if (spool.segments.isEmpty()) {
            spool.segments.add(SpoolSegment.create(folder, 0));
        }
        spool.acknowledged = spool.segments.getFirst().first();
        return spool;
    }

    /** A file within the one before was cut out of it when an earlier recovery was interrupted, and has been cut out again. */
    private void addRecovered(Path file) throws IOException {
        if (!segments.isEmpty()
                && SpoolSegment.firstOf(file) < segments.getLast().end()) {
            return;
        }
        for (SpoolSegment segment : SpoolSegment.recover(file)) {
            segments.add(segment);
            pendingBytes.addAndGet(segment.bytes());
            quota.take(segment.bytes());
        }
    }

    @Override
    public void append(byte[] line) {
        ByteBuffer whole = SpoolLine.of(end(), line);
        while (!quota.tryTake(whole.limit())) {
            if (refused) {
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        while (!tryAppend(whole.rewind())) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private synchronized boolean tryAppend(ByteBuffer line) {
        if (refused) {
            quota.giveBack(line.limit());
            return true;
        }
        try {
            SpoolSegment last = segments.getLast();
            if (last.bytes() >= SEGMENT_BYTES) {
                last = SpoolSegment.create(folder, last.end());
                segments.add(last);
            }
            last.append(line);
            pendingBytes.addAndGet(line.limit());
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

    /** The events without what stands before each on disk. */
    private Batch cut(ByteBuffer bytes, int mostLines) {
        int lines = 0;
        int from = 0;
        var events = ByteBuffer.allocate(bytes.limit());
        for (int at = 0; at < bytes.limit() && lines < mostLines; at++) {
            if (bytes.get(at) == '\n') {
                lines++;
                events.put(bytes.slice(from + SpoolLine.PREFIX, at + 1 - from - SpoolLine.PREFIX));
                from = at + 1;
            }
        }
        return new Batch(acknowledged, lines, events.flip());
    }

    private void removeFinished() throws IOException {
        while (segments.size() > 1 && segments.getFirst().bytes() == offset) {
            segments.removeFirst().delete();
            offset = 0;
            acknowledged = segments.getFirst().first();
        }
    }

    @Override
    public void acknowledge(Batch batch) {
        long bytes = batch.lines().limit() + (long) SpoolLine.PREFIX * batch.count();
        offset += bytes;
        pendingBytes.addAndGet(-bytes);
        quota.giveBack(bytes);
        acknowledged = batch.first() + batch.count();
    }

    @Override
    public synchronized void refuse() {
        refused = true;
        quota.giveBack(pendingBytes.getAndSet(0));
    }

    @Override
    public void close() {
        refuse();
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
