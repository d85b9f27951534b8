package io.signalbox.gateway.runner.registration;

import io.signalbox.gateway.runner.Runner;
import io.signalbox.gateway.runner.StoredSlot;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.RunnerId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Watches holders of names that others want (C6): a name is free once this gateway has seen its holder's beats unchanged for long enough,
 * by its own monotonic clock. Nothing is known of the time before the first look. Thread-safe.
 */
public final class NameWatch {
    private static final Duration SILENCE = Duration.ofSeconds(15);
    /** For a holder whose syncs are held for long, and which therefore beats seldom. */
    private static final Duration PATIENT_SILENCE = Duration.ofSeconds(60);

    private static final int MOST = 10_000;

    private final LongSupplier nanoTime;
    private final Map<RunnerId, Seen> seen = new ConcurrentHashMap<>();

    /** Watches on this monotonic clock. */
    public NameWatch(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    private record Seen(Generation generation, long beats, long since) {}

    /** Whether {@code holder}, just read from the store, has been silent for long enough. */
    public boolean isSilent(Runner holder) {
        long now = nanoTime.getAsLong();
        Seen last = seen.compute(holder.id(), (_, known) -> {
            Seen fresh = new Seen(holder.generation(), beats(holder), now);
            return known != null && known.generation.equals(fresh.generation) && known.beats == fresh.beats
                    ? known
                    : fresh;
        });
        if (seen.size() > MOST) {
            seen.clear();
        }
        return now - last.since() >= patience(holder).toNanos();
    }

    /** Forgets a holder: its name has been taken over. */
    void forget(RunnerId holder) {
        seen.remove(holder);
    }

    private static long beats(Runner holder) {
        return holder.slots().stream().mapToLong(StoredSlot::beat).sum();
    }

    private static Duration patience(Runner holder) {
        boolean patient =
                holder.slots().stream().anyMatch(slot -> slot.patience().compareTo(SILENCE) > 0);
        return patient ? PATIENT_SILENCE : SILENCE;
    }
}
