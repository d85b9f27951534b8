package io.signalbox.gateway.hostile;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * What others cost an honest client, against its own pace without them, and what they make this process keep. Turns without and with them alternate, so
 * that neither has the warmer machine. Not safe for use by several threads.
 */
final class Burden {
    private static final long MEGABYTE = 1024 * 1024;

    private final LongSupplier nanos;
    private final LongSupplier live;
    private final Runnable request;
    private final List<Long> alone = new ArrayList<>();
    private final List<Long> beside = new ArrayList<>();
    private final long before;
    private long most;

    /**
     * Measures from now on.
     *
     * @param nanos the monotonic clock
     * @param live how many megabytes are in use
     * @param request what the honest client does
     */
    Burden(LongSupplier nanos, LongSupplier live, Runnable request) {
        this.nanos = nanos;
        this.live = live;
        this.request = request;
        this.before = live.getAsLong();
        this.most = before;
    }

    /** So many requests while nobody else makes any. */
    void alone(int times) {
        alone.addAll(taken(times));
    }

    /** So many requests beside the others, and a look at the memory while they go on. */
    void beside(int times) {
        beside.addAll(taken(times));
        most = Math.max(most, live.getAsLong());
    }

    /** How many times as long the median request takes beside them: a pause of the machine counts once. */
    double slowdown() {
        return (double) median(beside) / median(alone);
    }

    /** By how many megabytes the memory in use has grown, at its most. */
    long grown() {
        return most - before;
    }

    private List<Long> taken(int times) {
        List<Long> taken = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            long begin = nanos.getAsLong();
            request.run();
            taken.add(nanos.getAsLong() - begin);
        }
        return taken;
    }

    private static long median(List<Long> of) {
        return of.stream().sorted().skip(of.size() / 2).findFirst().orElseThrow();
    }

    /** What is still in use after a collection, in megabytes. */
    static long liveMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }
}
