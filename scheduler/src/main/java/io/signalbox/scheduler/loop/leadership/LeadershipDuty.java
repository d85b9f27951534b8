package io.signalbox.scheduler.loop.leadership;

import io.signalbox.scheduler.loop.duty.Duty;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps {@link LeadOrFollow} looking, in one thread of its own, and hands it the hints that come from other threads.
 * Starting and stopping are idempotent; stopping ends leading too.
 */
public final class LeadershipDuty implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final LeadOrFollow leadership;
    private final AtomicBoolean hinted = new AtomicBoolean();
    private final Duty duty = new Duty("leadership", PAUSE, this::round);

    /** @param leadership what to keep looking; nobody else calls it */
    public LeadershipDuty(LeadOrFollow leadership) {
        this.leadership = leadership;
    }

    /** Begins to look. */
    public void start() {
        duty.start();
    }

    /** A hint was received: this scheduler is the active consumer. Does not block. */
    public void hinted() {
        hinted.set(true);
        duty.wake();
    }

    /** Whether this scheduler leads. */
    public boolean isLeading() {
        return leadership.isLeading();
    }

    @Override
    public void close() {
        duty.close();
        leadership.resign();
    }

    private void round() {
        if (hinted.getAndSet(false)) {
            leadership.hinted();
        }
        leadership.look();
    }
}
