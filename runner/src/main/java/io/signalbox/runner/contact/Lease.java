package io.signalbox.runner.contact;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * How long an attempt may go on without contact (C9): counted from the moment at which the last sync was <em>sent</em> that the relay has answered well.
 * Without a limit it never ends. Thread-safe.
 */
public final class Lease {
    private final Optional<Duration> limit;
    private final MachineClock clock;
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private volatile Moment last;
    private volatile boolean killed;

    /** Who ends what has had no contact for too long. It judges by its own reading of the clocks, so what it has done counts. */
    public interface Watcher {
        /** A sync that was sent at this moment was answered well. */
        void contact(Moment sent);

        /** Whether it has ended what it watches, or is about to. */
        boolean hasKilled();
    }

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
        watchers.forEach(watcher -> watcher.contact(sent));
    }

    /** {@code watcher} hears of each renewal from now on, until {@link #forget}. */
    public void tell(Watcher watcher) {
        watchers.add(watcher);
    }

    /** {@code watcher} hears no more; that it has killed is kept. */
    public void forget(Watcher watcher) {
        boolean _ = hasKilled();
        watchers.remove(watcher);
    }

    /** Whether the last contact is too long ago, or was for a watcher: a renewal that came while it killed changes nothing. */
    public boolean isOver() {
        return limit.isPresent() && (killed || clock.now().since(last).compareTo(limit.get()) >= 0 || hasKilled());
    }

    private boolean hasKilled() {
        if (watchers.stream().anyMatch(Watcher::hasKilled)) {
            killed = true;
        }
        return killed;
    }
}
