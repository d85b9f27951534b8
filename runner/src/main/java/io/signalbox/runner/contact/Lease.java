package io.signalbox.runner.contact;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * How long an attempt may go on without contact (C9): counted from the moment at which the last sync was <em>sent</em> that the relay has answered well.
 * Without a limit it never ends. Thread-safe.
 */
public final class Lease {
    private final Optional<Duration> limit;
    private final MachineClock clock;
    private final List<Consumer<Moment>> listeners = new CopyOnWriteArrayList<>();
    private volatile Moment last;

    /** Begins with the sync that brought the attempt. */
    public Lease(Optional<Duration> limit, MachineClock clock, Moment sent) {
        this.limit = limit;
        this.clock = clock;
        this.last = sent;
    }

    /** The time allowed; none if a cut network is to end nothing. */
    public Optional<Duration> limit() {
        return limit;
    }

    /** The last contact. */
    public Moment last() {
        return last;
    }

    /** A sync that was sent at this moment was answered well. What is over by then has been killed, and stays over. */
    public synchronized void renew(Moment sent) {
        if (isOver()) {
            return;
        }
        last = sent;
        listeners.forEach(listener -> listener.accept(sent));
    }

    /** {@code listener} hears of each renewal from now on, until {@link #forget}. */
    public void tell(Consumer<Moment> listener) {
        listeners.add(listener);
    }

    /** {@code listener} hears no more. */
    public void forget(Consumer<Moment> listener) {
        listeners.remove(listener);
    }

    /** Whether the last contact is too long ago. */
    public boolean isOver() {
        return limit.isPresent() && clock.now().since(last).compareTo(limit.get()) >= 0;
    }
}
