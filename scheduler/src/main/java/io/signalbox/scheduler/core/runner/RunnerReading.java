package io.signalbox.scheduler.core.runner;

import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.relay.HealthSample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A runner's document as it was just read.
 *
 * @param runner its id
 * @param name for people
 * @param pool where it belongs
 * @param tags what it can do, the pool's name and its executors' tags included
 * @param projects which it serves; empty means all
 * @param generation its registration
 * @param relay gateway that holds it; absent before its first sync
 * @param availability whether it takes new tasks
 * @param protocol which it speaks
 * @param slots its places, by number
 * @param health the newest samples of its machine, oldest first, where they were asked for
 */
public record RunnerReading(
        RunnerId runner,
        String name,
        PoolName pool,
        List<String> tags,
        List<ProjectName> projects,
        Generation generation,
        @Nullable RelayId relay,
        Availability availability,
        Protocol protocol,
        List<SlotReading> slots,
        List<HealthSample> health) {
    public RunnerReading {
        tags = List.copyOf(tags);
        projects = List.copyOf(projects);
        slots = List.copyOf(slots);
        health = List.copyOf(health);
    }

    /** Without anything about its machine. */
    public RunnerReading(
            RunnerId runner,
            String name,
            PoolName pool,
            List<String> tags,
            List<ProjectName> projects,
            Generation generation,
            @Nullable RelayId relay,
            Availability availability,
            Protocol protocol,
            List<SlotReading> slots) {
        this(runner, name, pool, tags, projects, generation, relay, availability, protocol, slots, List.of());
    }

    /** The same with samples of its machine. */
    public RunnerReading with(List<HealthSample> samples) {
        return new RunnerReading(
                runner, name, pool, tags, projects, generation, relay, availability, protocol, slots, samples);
    }
}
