package io.signalbox.scheduler.core.world;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.message.RunnerPresence;
import io.signalbox.model.relay.HealthSample;
import io.signalbox.scheduler.core.runner.Availability;
import io.signalbox.scheduler.core.runner.Protocol;
import io.signalbox.scheduler.core.runner.RunnerReading;
import io.signalbox.scheduler.core.runner.SlotReading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A runner's document, and what its relay knows of it. */
public final class ModelRunner {
    private final RunnerId id;
    private final List<SlotReading> slots = new ArrayList<>();
    private List<String> tags;
    private List<ProjectName> projects = List.of();
    private PoolName pool = PoolName.DEFAULT;
    private Generation generation = new Generation(1);
    private RelayId relay = Sample.RELAY;
    private Availability availability = Availability.OPEN;
    private Protocol protocol = Protocol.OURS;
    private List<HealthSample> health = List.of();

    public ModelRunner(RunnerId id, int slotCount, String... tags) {
        this.id = id;
        this.tags = List.of(tags);
        for (int number = 0; number < slotCount; number++) {
            slots.add(new SlotReading(number, 1, null, 1));
        }
    }

    public RunnerId id() {
        return id;
    }

    public Generation generation() {
        return generation;
    }

    public RelayId relay() {
        return relay;
    }

    public SlotReading slot(int number) {
        return slots.get(number);
    }

    public ModelRunner in(String poolName) {
        pool = new PoolName(poolName);
        return this;
    }

    public ModelRunner serving(String... names) {
        projects = List.of(names).stream().map(ProjectName::new).toList();
        return this;
    }

    public ModelRunner tagged(String... newTags) {
        tags = List.of(newTags);
        return this;
    }

    public ModelRunner is(Availability now) {
        availability = now;
        return this;
    }

    /** It is an official agent. */
    public ModelRunner official() {
        protocol = Protocol.OFFICIAL;
        return this;
    }

    public ModelRunner at(RelayId newRelay) {
        relay = newRelay;
        return this;
    }

    /** The slot syncs once more, naming this attempt or nothing; the beat is stored. */
    public ModelRunner syncs(int number, @Nullable AttemptId named) {
        SlotReading before = slots.get(number);
        slots.set(number, new SlotReading(number, before.sync() + 1, named, before.beat() + 1));
        return this;
    }

    /** An attempt is given on the sync that is held: a beat that names it is stored first (C9). */
    public ModelRunner isGiven(int number, AttemptId attempt) {
        SlotReading before = slots.get(number);
        slots.set(number, new SlotReading(number, before.sync(), attempt, before.beat() + 1));
        return this;
    }

    /** A new registration: its slots have not synced yet. */
    public ModelRunner registersAnew() {
        generation = generation.next();
        availability = Availability.OPEN;
        slots.clear();
        return this;
    }

    /** A slot that the registration made and that has not synced. */
    public ModelRunner hasSilentSlot(int number) {
        slots.add(new SlotReading(number, 0, null, 0));
        return this;
    }

    /** The first sync of a slot after a registration. */
    public ModelRunner beginsSlot(int number, @Nullable AttemptId named) {
        slots.add(new SlotReading(number, 1, named, 1));
        return this;
    }

    /** What its document says of its machine. */
    public ModelRunner had(HealthSample... samples) {
        health = List.of(samples);
        return this;
    }

    public RunnerReading reading() {
        return new RunnerReading(id, name(), pool, tags(), projects, generation, relay, availability, protocol, slots)
                .with(health);
    }

    public RunnerPresence presence() {
        return new RunnerPresence(
                id,
                name(),
                generation,
                pool,
                tags(),
                projects,
                availability == Availability.PAUSED,
                availability == Availability.DRAINING,
                slots.stream()
                        .map(slot -> new RunnerPresence.Slot(slot.number(), slot.sync(), slot.attempt()))
                        .toList(),
                availability == Availability.UNREADY ? "less than 1 GiB free" : null,
                protocol == Protocol.OFFICIAL ? true : null);
    }

    private List<String> tags() {
        List<String> all = new ArrayList<>(tags);
        all.add(Sample.SHELL);
        all.add(pool.value());
        return all;
    }

    private String name() {
        return "runner-" + id.value().substring(id.value().length() - 2);
    }
}
