package io.signalbox.scheduler.core.runner;

import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.RelayId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which relays live, and which of them have answered this epoch: only the slots of those are used (C15). A relay lives while its renewal
 * counter changes, by the observer's own clock (C22).
 */
public final class Relays {
    private static final long SILENT_MILLIS = 10_000;
    private static final long UNKNOWN = -1;

    private final Epoch epoch;
    private final Map<RelayId, Relay> relays = new LinkedHashMap<>();

    public Relays(Epoch epoch) {
        this.epoch = epoch;
    }

    /** Takes over the documents of all relays. */
    public void read(List<RelayReading> readings, long monotonicMillis) {
        for (RelayReading reading : readings) {
            Relay relay = relays.computeIfAbsent(reading.relay(), id -> new Relay());
            relay.read(reading.renewal(), monotonicMillis);
            relay.answered |= reading.epochSeen().equals(epoch);
        }
        Set<RelayId> stored = readings.stream().map(RelayReading::relay).collect(Collectors.toSet());
        relays.entrySet()
                .removeIf(relay ->
                        !stored.contains(relay.getKey()) && !relay.getValue().lives(monotonicMillis));
    }

    /** A relay spoke; {@code answered} says that it has seen this epoch. */
    public void heard(RelayId id, Epoch seen, long monotonicMillis) {
        Relay relay = relays.computeIfAbsent(id, unknown -> new Relay());
        relay.renewedAt = monotonicMillis;
        relay.returned = false;
        relay.answered |= seen.equals(epoch);
    }

    /** A message to it came back: it is not used until it is heard of again. */
    public void returned(RelayId id) {
        Relay relay = relays.get(id);
        if (relay != null) {
            relay.returned = true;
        }
    }

    /** Whether its slots may be used. */
    public boolean isUsable(@Nullable RelayId id) {
        Relay relay = id == null ? null : relays.get(id);
        return relay != null && relay.answered && !relay.returned;
    }

    /** Those whose slots may be used. */
    public Set<RelayId> usable() {
        return relays.keySet().stream().filter(this::isUsable).collect(Collectors.toSet());
    }

    /** Whether at least one lives. */
    public boolean anyLives(long monotonicMillis) {
        return relays.values().stream().anyMatch(relay -> relay.lives(monotonicMillis));
    }

    /** Those that have not answered this epoch. */
    public List<RelayId> unanswered() {
        List<RelayId> found = new ArrayList<>();
        relays.forEach((id, relay) -> {
            if (!relay.answered) {
                found.add(id);
            }
        });
        return found;
    }

    private static final class Relay {
        private long renewal = UNKNOWN;
        private long renewedAt = -SILENT_MILLIS - 1;
        private boolean answered;
        private boolean returned;

        /** A counter that was read for the first time may stand still for ever: only its change is a sign of life. */
        private void read(long newRenewal, long monotonicMillis) {
            if (renewal != UNKNOWN && renewal != newRenewal) {
                renewedAt = monotonicMillis;
                returned = false;
            }
            renewal = newRenewal;
        }

        private boolean lives(long monotonicMillis) {
            return monotonicMillis - renewedAt <= SILENT_MILLIS;
        }
    }
}
