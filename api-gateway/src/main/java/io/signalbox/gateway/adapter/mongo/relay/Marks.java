package io.signalbox.gateway.adapter.mongo.relay;

import io.signalbox.model.id.RelayId;
import java.util.concurrent.atomic.AtomicLong;

/** Unique marks that this relay's guarded updates leave behind, so that each is recognised (C16). Thread-safe. */
final class Marks {
    private final String prefix;
    private final AtomicLong count = new AtomicLong();

    Marks(RelayId relay) {
        this.prefix = relay.value() + ":";
    }

    String next() {
        return prefix + count.incrementAndGet();
    }
}
