package io.signalbox.gateway.relay.command;

import io.signalbox.model.id.Epoch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The highest epoch that this relay has seen: from lower ones it takes nothing (C15). Thread-safe. */
public final class HighestEpoch implements Supplier<Epoch> {
    private final AtomicReference<Epoch> highest = new AtomicReference<>(new Epoch(0));

    @Override
    public Epoch get() {
        return highest.get();
    }

    /**
     * Sees an epoch.
     *
     * @return whether it counts: it is not lower than the highest
     */
    public boolean admits(Epoch seen) {
        return highest.accumulateAndGet(seen, (a, b) -> a.compareTo(b) >= 0 ? a : b)
                .equals(seen);
    }
}
