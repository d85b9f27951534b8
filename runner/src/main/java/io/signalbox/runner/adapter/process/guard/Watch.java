package io.signalbox.runner.adapter.process.guard;

import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.contact.Lease;
import io.signalbox.runner.contact.Moment;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

/** A guard over one attempt, which hears of every contact with the relay; another takes its place when it has died itself. Thread-safe. */
public final class Watch implements Lease.Watcher, Closeable {
    private final GuardPool pool;
    private final AttemptId attempt;
    private final Lease lease;
    private Guard guard;
    private Optional<Long> leader = Optional.empty();
    private boolean killed;

    private Watch(GuardPool pool, AttemptId attempt, Lease lease) throws IOException {
        this.pool = pool;
        this.attempt = attempt;
        this.lease = lease;
        this.guard = pool.take();
    }

    /** From here on what is started for the attempt dies with the runner, and with its lease. */
    public static Watch begin(GuardPool pool, AttemptId attempt, Lease lease) throws IOException {
        var watch = new Watch(pool, attempt, lease);
        watch.tellAll();
        if (lease.limit().isPresent()) {
            lease.tell(watch);
        }
        return watch;
    }

    /** Tells the process group of its shell. */
    public synchronized void over(long shell) throws IOException {
        leader = Optional.of(shell);
        guard.group(shell);
    }

    private synchronized void tellAll() throws IOException {
        guard.watch(attempt);
        if (leader.isPresent()) {
            guard.group(leader.get());
        }
        Optional<Duration> limit = lease.limit();
        if (limit.isPresent()) {
            guard.limit(limit.get(), lease.last());
        }
    }

    @Override
    public synchronized void contact(Moment sent) {
        try {
            guard.tick(sent);
        } catch (IOException e) {
            replace();
        }
    }

    @Override
    public synchronized boolean hasKilled() {
        try {
            killed |= guard.hasKilled(attempt);
        } catch (IOException e) {
            throw new UncheckedIOException("the guard of attempt " + attempt + " cannot be heard", e);
        }
        return killed;
    }

    private void replace() {
        boolean _ = hasKilled();
        try {
            guard = pool.take();
            tellAll();
        } catch (IOException e) {
            throw new UncheckedIOException("attempt " + attempt + " has no guard any more", e);
        }
    }

    @Override
    public synchronized void close() {
        lease.forget(this);
        pool.giveBack(guard);
    }
}
