package io.signalbox.scheduler.simulation.world;

import io.signalbox.scheduler.loop.leadership.LeadOrFollow;
import io.signalbox.scheduler.loop.leadership.LeadershipTimes;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process that leads or follows, by the real rule of leadership and a monotonic clock of its own. It may be paused for any time. */
final class SimScheduler {
    private final World world;
    private final long offsetMillis;
    private final LeadOrFollow leadership;
    private long pausedUntil;
    private @Nullable SimTerm term;

    SimScheduler(World world, String name, long offsetMillis) {
        this.world = world;
        this.offsetMillis = offsetMillis;
        this.leadership = new LeadOrFollow(name, world.leadership, LeadershipTimes.DEFAULT, this::nanoTime, begun -> {
            world.checker.leads(begun.epoch());
            SimTerm fresh = new SimTerm(world, begun, this::nanoTime);
            term = fresh;
            world.say(() -> name + " leads in epoch " + begun.epoch());
            return begun::end;
        });
    }

    @Nullable
    SimTerm term() {
        return term;
    }

    void pause(long millis) {
        pausedUntil = world.millis() + millis;
    }

    /** One step of its own; nothing while it is paused. */
    void step() {
        if (world.millis() < pausedUntil) {
            return;
        }
        if (world.weather.draw(4) == 0) {
            leadership.look();
        } else if (term != null) {
            term.step();
        }
    }

    /** It is the active consumer of the hints. */
    void hinted() {
        if (world.millis() >= pausedUntil) {
            leadership.hinted();
        }
    }

    void fairRound() {
        pausedUntil = 0;
        leadership.look();
        if (leadership.isLeading() && term != null) {
            term.fairRound();
        }
    }

    private long nanoTime() {
        return TimeUnit.MILLISECONDS.toNanos(world.millis() + offsetMillis);
    }
}
