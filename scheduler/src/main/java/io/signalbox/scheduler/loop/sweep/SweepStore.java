package io.signalbox.scheduler.loop.sweep;

import io.signalbox.scheduler.loop.leadership.Term;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * One look at everything that a message may have failed to tell, each part at the pace that its size bears. Called each second by
 * one thread.
 */
public final class SweepStore implements Runnable {

    private final Term term;
    private final SweepFleet fleet;
    private final Parts parts;
    private final Pace outboxPace;
    private final Pace reportPace;
    private final Pace taskPace;

    /**
     * What is swept beside the fleet.
     *
     * @param outboxes each second
     * @param reports each second
     * @param tasks each minute
     */
    public record Parts(Runnable outboxes, Runnable reports, Runnable tasks) {}

    /**
     * @param term while it lasts, there is something to sweep for
     * @param fleet relays and runners
     * @param parts all else
     * @param nanoTime the monotonic clock
     */
    public SweepStore(Term term, SweepFleet fleet, Parts parts, LongSupplier nanoTime) {
        this.term = term;
        this.fleet = fleet;
        this.parts = parts;
        this.outboxPace = new Pace(nanoTime, Duration.ofMillis(900), Duration.ZERO);
        this.reportPace = new Pace(nanoTime, Duration.ofMillis(900), Duration.ZERO);
        this.taskPace = new Pace(nanoTime, Duration.ofMinutes(1), Duration.ofMinutes(1));
    }

    @Override
    public void run() {
        if (term.isOver()) {
            return;
        }
        fleet.run();
        outboxPace.run(parts.outboxes());
        reportPace.run(parts.reports());
        taskPace.run(parts.tasks());
    }
}
