package io.signalbox.gateway.adapter.mongo.reading;

import io.signalbox.backbone.mongo.StoreClock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The time by which tasks are created and ordered, in milliseconds: the store's, as far as it is known, else this host's. It never
 * goes back, though successive measurements of the store's clock may: a task must not come before one that was shown already.
 * Thread-safe.
 */
public final class StoreTime implements InstantSource {
    private final Supplier<Optional<StoreClock.Reading>> clock;
    private final InstantSource host;
    private final AtomicLong newest = new AtomicLong(Long.MIN_VALUE);

    /** Asks {@code clock} first, then {@code host}. */
    public StoreTime(Supplier<Optional<StoreClock.Reading>> clock, InstantSource host) {
        this.clock = clock;
        this.host = host;
    }

    @Override
    public Instant instant() {
        Instant read = clock.get().map(StoreClock.Reading::instant).orElseGet(host::instant);
        return Instant.ofEpochMilli(newest.accumulateAndGet(read.toEpochMilli(), Math::max));
    }
}
