package io.signalbox.scheduler.loop.batch;

import io.signalbox.scheduler.core.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What waits for the loop. Safe for use by many threads; never blocks whoever adds. */
public final class CommandQueue {

    private static final int MOST_FROM_OUTSIDE = 10_000;
    private static final int MOST_AT_ONCE = 2_000;

    private final LinkedBlockingQueue<Command> waiting = new LinkedBlockingQueue<>();

    /** Adds what the loop asked for or swept up. */
    public void add(Command command) {
        waiting.add(command);
    }

    /**
     * Adds what a message brought, unless too much waits already: then the sweep will find it.
     *
     * @return whether it was added
     */
    public boolean offer(Command command) {
        return waiting.size() < MOST_FROM_OUTSIDE && waiting.add(command);
    }

    /** How many commands wait. */
    public int size() {
        return waiting.size();
    }

    /** Everything that waits, in its order, up to a bound; waits at most {@code patience} for the first. */
    public List<Command> take(Duration patience) {
        List<Command> batch = new ArrayList<>();
        Command first = first(patience);
        if (first != null) {
            batch.add(first);
            waiting.drainTo(batch, MOST_AT_ONCE - 1);
        }
        return batch;
    }

    private @Nullable Command first(Duration patience) {
        try {
            return waiting.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
