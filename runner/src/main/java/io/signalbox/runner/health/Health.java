package io.signalbox.runner.health;

import io.signalbox.model.relay.HealthSample;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Samples that the relay does not have yet, at most an hour of them, and why no new task may begin. Thread-safe. */
public final class Health {
    private static final int MOST = 360;

    private final Deque<HealthSample> untold = new ArrayDeque<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private @Nullable String unready;

    /** {@code listener} is called when the readiness has changed, quickly and on any thread. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** One more sample, and what it means: why no task may begin, or null. */
    public void add(HealthSample sample, @Nullable String why) {
        if (keep(sample, why)) {
            listeners.forEach(Runnable::run);
        }
    }

    private synchronized boolean keep(HealthSample sample, @Nullable String why) {
        untold.addLast(sample);
        if (untold.size() > MOST) {
            untold.removeFirst();
        }
        boolean changed = (unready == null) != (why == null);
        // The words stay while the state does: a free disk that shrinks by a byte is no news.
        unready = changed ? why : unready;
        return changed;
    }

    /** What the relay does not have yet, oldest first. */
    public synchronized List<HealthSample> untold() {
        return List.copyOf(untold);
    }

    /** The relay has these. */
    public synchronized void told(List<HealthSample> samples) {
        if (!samples.isEmpty()) {
            HealthSample last = samples.getLast();
            untold.removeIf(sample -> !sample.at().isAfter(last.at()) && samples.contains(sample));
        }
    }

    /** Why no task may begin; null when one may. */
    public synchronized @Nullable String unready() {
        return unready;
    }

    /** The newest sample that is kept, if any. */
    public synchronized @Nullable HealthSample newest() {
        return untold.isEmpty() ? null : Objects.requireNonNull(untold.peekLast());
    }
}
