package io.signalbox.scheduler.core.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time of one batch of commands, as far as the loop knows it (C22).
 *
 * @param monotonicMillis of the loop's monotonic clock, from any origin; leases count by it
 * @param stamp the best known wall-clock time, written into documents and decided by never
 * @param store the store's clock; absent while it cannot be measured, and then nothing expires
 */
public record Now(
        long monotonicMillis, Instant stamp, @Nullable Instant store) {

    /** A time at which the store's clock is known. */
    public static Now of(long monotonicMillis, Instant store) {
        return new Now(monotonicMillis, store, store);
    }

    /**
     * This time, stamped by the store's clock as it was {@code known} before and has gone on since, where it is unknown now: a host's wrong
     * clock must not become the moment for which a task waits (C22).
     */
    public Now stampedBy(@Nullable Now known) {
        if (store != null || known == null || known.store == null) {
            return this;
        }
        return new Now(monotonicMillis, known.store.plusMillis(monotonicMillis - known.monotonicMillis), null);
    }

    /** This time, or a later one whose monotonic part has not gone back behind {@code earlierMillis}. */
    public Now notBefore(long earlierMillis) {
        return monotonicMillis >= earlierMillis ? this : new Now(earlierMillis, stamp, store);
    }
}
