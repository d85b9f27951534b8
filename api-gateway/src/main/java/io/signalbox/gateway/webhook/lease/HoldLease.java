package io.signalbox.gateway.webhook.lease;

import io.signalbox.gateway.webhook.lease.LeaseStore.Lease;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Holds the lease, or waits for it: it is taken where nobody has it, or where its holder has not renewed it for {@code PATIENCE} of this
 * process's monotonic clock (C22). A holder counts itself as such only while its last renewal was sent less than {@code TRUSTED} ago. Kept and
 * released by one thread; any may ask whether it is held.
 */
public final class HoldLease {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration TRUSTED = Duration.ofSeconds(7);
    private static final String NOBODY = "";

    private final LeaseStore store;
    private final String self;
    private final LongSupplier nanoTime;
    private volatile View view = new View(new Lease(NOBODY, -1), 0, false);

    /** For a process of this name. */
    public HoldLease(LeaseStore store, String self, LongSupplier nanoTime) {
        this.store = store;
        this.self = self;
        this.nanoTime = nanoTime;
    }

    /** The lease as it was seen last, since when it stands so, and whether it is ours. */
    private record View(Lease lease, long since, boolean held) {}

    /** Renews it, or takes it if it may be taken: to be called every 2 s or so. Blocks for two round trips. */
    public void keep() {
        long now = nanoTime.getAsLong();
        View before = view;
        Lease present = before.held() ? before.lease() : store.lease();
        if (before.held() || isFree(present, before, now)) {
            Lease mine = new Lease(self, present.counter() + 1);
            view = store.change(present, mine)
                    ? new View(mine, now, true)
                    : new View(new Lease(NOBODY, -1), now, false);
        } else if (!present.equals(before.lease())) {
            view = new View(present, now, false);
        }
    }

    /** Whether this process may act as the holder. Never blocks. */
    public boolean isHeld() {
        View present = view;
        return present.held() && nanoTime.getAsLong() - present.since() < TRUSTED.toNanos();
    }

    /** Gives it up, so that another need not wait. Blocks for a round trip; idempotent. */
    public void release() {
        View before = view;
        if (before.held()) {
            view = new View(before.lease(), before.since(), false);
            store.change(before.lease(), new Lease(NOBODY, before.lease().counter() + 1));
        }
    }

    private boolean isFree(Lease present, View before, long now) {
        return present.holder().equals(NOBODY)
                || present.holder().equals(self)
                || (present.equals(before.lease()) && now - before.since() >= PATIENCE.toNanos());
    }
}
