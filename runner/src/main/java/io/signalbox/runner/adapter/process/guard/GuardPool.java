package io.signalbox.runner.adapter.process.guard;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Keeps guards for the next attempts: there are never more than attempts at a time. */
public final class GuardPool implements Closeable {
    private final Deque<Guard> idle = new ArrayDeque<>();

    /** A guard that watches nothing. */
    Guard take() throws IOException {
        for (Guard guard = poll(); guard != null; guard = poll()) {
            if (guard.lives()) {
                return guard;
            }
        }
        return Guard.start();
    }

    private synchronized @Nullable Guard poll() {
        return idle.poll();
    }

    /** Ends the watch. */
    void giveBack(Guard guard) {
        try {
            guard.release();
            keep(guard);
        } catch (IOException e) {
            // It has died: the next attempt gets another.
            assert !guard.lives() : "a living guard does not take orders";
        }
    }

    private synchronized void keep(Guard guard) {
        idle.push(guard);
    }

    @Override
    public synchronized void close() throws IOException {
        for (Guard guard = idle.poll(); guard != null; guard = idle.poll()) {
            guard.close();
        }
    }
}
