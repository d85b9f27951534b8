package io.signalbox.scheduler.simulation.world;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.scheduler.core.runner.SlotReading;
import org.jspecify.annotations.Nullable;

/** One slot of a runner: what it runs, its syncs with numbers of their own, and what gateways keep of it. */
final class SimSlot {
    /** Contact within so long keeps work alive that may be tried elsewhere (C9). */
    static final long KILL_AFTER_MILLIS = 6_000;

    final SimRunner runner;
    final SlotRef ref;

    @Nullable
    Work running;

    /** How the work ended, once it did; kept until it is acknowledged. */
    @Nullable
    AttemptResult ended;

    boolean heedless;
    long sync;
    /** When its newest sync was sent. */
    long syncedAt;
    /** When the last one was sent that was answered well. */
    long contactAt;

    private SlotReading stored;

    SimSlot(SimRunner runner, int number) {
        this.runner = runner;
        this.ref = new SlotRef(runner.id, number);
        this.stored = new SlotReading(number, 0, null, 1);
    }

    /** An attempt of a task. */
    record Work(TaskId task, AttemptId attempt) {}

    @Nullable
    AttemptId named() {
        return running == null ? null : running.attempt();
    }

    /** Whether its guard has killed what runs: without contact for so long it may have been replaced. Official agents have no guard (C10). */
    boolean isKilled(long millis) {
        return !runner.isOfficial() && running != null && ended == null && millis - contactAt > KILL_AFTER_MILLIS;
    }

    /** A gateway stores what a sync says: the document never goes back (C4), and each store is a beat (C7). */
    void store(long number, @Nullable AttemptId attempt) {
        stored = new SlotReading(ref.number(), number, attempt, stored.beat() + 1);
    }

    /** Whether what this sync says is news. */
    boolean isNews(long number, @Nullable AttemptId attempt) {
        return attempt == null ? number > stored.sync() : number >= stored.sync();
    }

    /** As gateways keep it. */
    SlotReading stored() {
        return stored;
    }

    /** A new session begins, in which it has not synced. The same host knows what it had, and that this is over. */
    void registers(long millis, boolean sameHost) {
        heedless = false;
        sync = 0;
        contactAt = millis;
        stored = new SlotReading(ref.number(), 0, null, stored.beat() + 1);
        if (running == null || !sameHost) {
            running = null;
            ended = null;
        } else if (ended == null) {
            ended = AttemptResult.INTERRUPTED;
        }
    }
}
