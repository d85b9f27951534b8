package io.signalbox.scheduler.loop.batch;

import io.signalbox.scheduler.core.time.Now;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What time it is for a batch (C22): the monotonic clock for leases, the store's clock for everything absolute, and this
 * host's clock only to have something to write down while the store's is unknown.
 *
 * @param nanoTime this process's monotonic clock
 * @param store the store's clock; empty while it cannot be measured
 * @param host this host's clock
 */
public record TellTime(LongSupplier nanoTime, Supplier<Optional<Instant>> store, InstantSource host) {

    /** The time now. */
    public Now now() {
        Instant known = store.get().map(it -> it.truncatedTo(ChronoUnit.MILLIS)).orElse(null);
        Instant stamp = known == null ? host.instant().truncatedTo(ChronoUnit.MILLIS) : known;
        return new Now(TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong()), stamp, known);
    }
}
