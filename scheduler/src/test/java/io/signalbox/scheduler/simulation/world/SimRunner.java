package io.signalbox.scheduler.simulation.world;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.scheduler.core.runner.Availability;
import io.signalbox.scheduler.core.runner.Protocol;
import io.signalbox.scheduler.core.runner.RunnerReading;
import io.signalbox.scheduler.core.world.Sample;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One of our runners, or an official agent: its process with its slots, its journal, and the document that gateways keep of it. */
final class SimRunner {
    final RunnerId id;
    final List<SimSlot> slots;
    /** What it has begun in this session: its journal, and what was acknowledged since (C2). */
    final Set<AttemptId> begun = new HashSet<>();

    boolean crashed;
    boolean gone;
    long cutUntil;
    private final Protocol protocol;
    private List<String> tags;
    private Generation generation = new Generation(1);
    private @Nullable RelayId relay;

    SimRunner(int number, Protocol protocol, int slotCount, List<String> tags) {
        this.id = Sample.runner(number);
        this.protocol = protocol;
        this.tags = tags;
        this.slots = IntStream.range(0, slotCount)
                .mapToObj(slot -> new SimSlot(this, slot))
                .toList();
    }

    boolean isOfficial() {
        return protocol == Protocol.OFFICIAL;
    }

    boolean isBusy() {
        return slots.stream().anyMatch(slot -> slot.running != null);
    }

    Generation generation() {
        return generation;
    }

    List<String> tags() {
        return tags;
    }

    @Nullable
    RelayId relay() {
        return relay;
    }

    /** Whether it can reach a gateway. */
    boolean isThere(long millis) {
        return !crashed && !gone && millis >= cutUntil;
    }

    /** A gateway stores what a sync of one of its slots says. */
    void store(RelayId at, SimSlot slot, long number, @Nullable AttemptId attempt) {
        if (slot.isNews(number, attempt)) {
            relay = at;
            slot.store(number, attempt);
        }
    }

    Protocol protocol() {
        return protocol;
    }

    /** A new generation. */
    void register(List<String> newTags) {
        generation = generation.next();
        tags = newTags;
        crashed = false;
        gone = false;
    }

    /** As gateways keep it, which take it to speak {@code taken}. */
    RunnerReading document(Protocol taken) {
        return new RunnerReading(
                id,
                "runner",
                PoolName.DEFAULT,
                tags,
                List.of(),
                generation,
                relay,
                gone ? Availability.DISCONNECTED : Availability.OPEN,
                taken,
                slots.stream().map(SimSlot::stored).toList());
    }
}
