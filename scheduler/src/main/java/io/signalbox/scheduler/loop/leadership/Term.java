package io.signalbox.scheduler.loop.leadership;

import io.signalbox.model.id.Epoch;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * One epoch of this scheduler's own, from the raise to its end. Whatever writes as the leader asks it right before each
 * write; a process that was paused, or that cannot renew, finds that it may not. Safe for use by many threads.
 */
public final class Term {

    private final Epoch epoch;
    private final Duration commitWithin;
    private final LongSupplier nanoTime;
    private volatile long renewalSentAt;
    private volatile boolean over;

    /**
     * @param epoch which
     * @param commitWithin how long after {@code renewalSentAt} it may commit
     * @param nanoTime this process's monotonic clock
     * @param renewalSentAt when the acknowledged raise was sent
     */
    public Term(Epoch epoch, Duration commitWithin, LongSupplier nanoTime, long renewalSentAt) {
        this.epoch = epoch;
        this.commitWithin = commitWithin;
        this.nanoTime = nanoTime;
        this.renewalSentAt = renewalSentAt;
    }

    /** Its number. */
    public Epoch epoch() {
        return epoch;
    }

    /**
     * Waits until this scheduler may write as the leader; a term that cannot be renewed for a while is waited for, since
     * memory may be ahead of the store.
     *
     * @return whether it may; otherwise the term is over
     */
    public synchronized boolean awaitPermission() {
        try {
            while (!over && !mayCommit()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return mayCommit();
    }

    /** Whether this scheduler may write as the leader right now. */
    public boolean mayCommit() {
        return !over && nanoTime.getAsLong() - renewalSentAt < commitWithin.toNanos();
    }

    /** Whether it has ended for good; a term that merely may not commit can still be renewed. */
    public boolean isOver() {
        return over;
    }

    /**
     * Ends it: a higher epoch was seen, or the result of a write is unknown. Memory that was built in this term is worth
     * nothing any more; {@link LeadOrFollow} decides whether there is another one. Idempotent.
     */
    public synchronized void end() {
        over = true;
        notifyAll();
    }

    synchronized void renewed(long sentAt) {
        renewalSentAt = sentAt;
        notifyAll();
    }
}
