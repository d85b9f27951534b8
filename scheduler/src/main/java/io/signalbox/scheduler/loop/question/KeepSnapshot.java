package io.signalbox.scheduler.loop.question;

import io.signalbox.scheduler.core.decide.SchedulerCore;
import io.signalbox.scheduler.core.time.Now;
import io.signalbox.scheduler.core.view.Snapshot;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Copies memory when it is asked for, and never so often that it takes more than a twentieth of the loop's time: until then the copy before is
 * as good. Not safe for use by many threads: the loop calls it.
 */
final class KeepSnapshot {

    private static final int IDLE_SHARE = 20;

    private final LongSupplier nanoTime;
    private @Nullable Snapshot newest;
    private long dueAt;

    KeepSnapshot(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The newest copy of {@code core}'s memory. */
    Snapshot of(SchedulerCore core, Now now) {
        Snapshot known = newest;
        long startedAt = nanoTime.getAsLong();
        if (known != null && startedAt - dueAt < 0) {
            return known;
        }
        Snapshot taken = core.snapshot(now);
        dueAt = startedAt + IDLE_SHARE * (nanoTime.getAsLong() - startedAt);
        newest = taken;
        return taken;
    }
}
