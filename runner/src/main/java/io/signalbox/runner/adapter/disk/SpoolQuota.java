package io.signalbox.runner.adapter.disk;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How much log may wait on disk for the relay, all attempts together, and how much of the disk must stay free. Beyond it whoever writes waits: nothing
 * is dropped. Thread-safe.
 */
public final class SpoolQuota {
    private static final long LOOK_EVERY = 1024L * 1024;

    private final long most;
    private final long leastFree;
    private final LongSupplier free;
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong untilLook = new AtomicLong();

    /**
     * A quota of which nothing is used.
     *
     * @param most bytes that may wait
     * @param leastFree bytes of the disk that stay free
     * @param free asks for the free bytes
     */
    public SpoolQuota(long most, long leastFree, LongSupplier free) {
        this.most = most;
        this.leastFree = leastFree;
        this.free = free;
    }

    /** Whether so many bytes may be written now; then they count. One piece alone always may, however large. */
    boolean tryTake(long bytes) {
        if (!hasRoom(bytes)) {
            return false;
        }
        if (used.addAndGet(bytes) > most && used.get() != bytes) {
            used.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    private boolean hasRoom(long bytes) {
        if (untilLook.addAndGet(-bytes) > 0) {
            return true;
        }
        boolean room = free.getAsLong() - bytes >= leastFree;
        untilLook.set(room ? LOOK_EVERY : 0);
        return room;
    }

    /** They are on disk already. */
    void take(long bytes) {
        used.addAndGet(bytes);
    }

    /** They need not wait any more. */
    void giveBack(long bytes) {
        used.addAndGet(-bytes);
    }

    /** Bytes that wait. */
    public long used() {
        return used.get();
    }

    /** Bytes that may wait. */
    public long most() {
        return most;
    }
}
