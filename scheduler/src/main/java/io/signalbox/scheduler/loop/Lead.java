package io.signalbox.scheduler.loop;

import io.signalbox.backbone.bus.Inbox;
import io.signalbox.backbone.bus.Subscription;
import io.signalbox.scheduler.loop.leadership.Reign;
import io.signalbox.scheduler.loop.leadership.Term;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Begins terms: each has a memory, a queue and duties of its own, and leaves nothing to the next. The leader's inbox is opened before
 * anything is read, so that what is told during the take-over is heard after it.
 */
public final class Lead implements Reign {

    private final Surroundings surroundings;
    private final AtomicBoolean rehearsed = new AtomicBoolean();
    private volatile boolean begun;

    /** @param surroundings what every term stands in */
    public Lead(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Runnable begin(Term term) {
        begun = true;
        surroundings.listener().began(term.epoch());
        var duties = new TermDuties(term, surroundings);
        Thread loop = Thread.ofPlatform().name("scheduler-loop-" + term.epoch()).start(() -> lead(duties));
        return () -> {
            end(loop);
            surroundings.listener().ended(term.epoch());
        };
    }

    /** Rehearses a take-over, once, and only before the first one. */
    @Override
    public void follow() {
        if (!begun && !rehearsed.getAndSet(true)) {
            Thread.ofPlatform().daemon().name("rehearse").start(new Rehearse(surroundings, () -> begun));
        }
    }

    private void lead(TermDuties duties) {
        try (duties;
                Subscription _ = surroundings.bus().subscribe(new Inbox.Leader(), duties.inbox())) {
            duties.runLoop();
        }
    }

    private static void end(Thread loop) {
        try {
            loop.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
