package io.signalbox.runner.status;

import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.status.RunnerStatus.SlotStatus;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Where the slots write what they do. Thread-safe. */
public final class StatusBoard {
    private final ConcurrentSkipListMap<Integer, SlotStatus> slots = new ConcurrentSkipListMap<>();
    private volatile @Nullable Instant lastSync;

    /** A slot does this now. */
    public void show(int slot, String state, @Nullable AttemptId attempt) {
        slots.put(slot, new SlotStatus(state, attempt));
    }

    /** A sync was answered. */
    public void synced(Instant now) {
        lastSync = now;
    }

    /** When a sync was answered last; null before the first. */
    public @Nullable Instant lastSync() {
        return lastSync;
    }

    /** All slots in their order. */
    public List<SlotStatus> slots() {
        return List.copyOf(slots.values());
    }
}
