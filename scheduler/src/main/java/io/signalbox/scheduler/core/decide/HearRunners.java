package io.signalbox.scheduler.core.decide;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.message.RunnerPresence;
import io.signalbox.model.message.SchedulerCommand.RelaySnapshot;
import io.signalbox.model.message.SchedulerCommand.RunnerGone.GoneRunner;
import io.signalbox.model.message.SchedulerCommand.SlotFree.FreeSlot;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.draft.Batch;
import io.signalbox.scheduler.core.draft.SetPoisonAside;
import io.signalbox.scheduler.core.lease.LiveAttempt;
import io.signalbox.scheduler.core.runner.Availability;
import io.signalbox.scheduler.core.runner.Protocol;
import io.signalbox.scheduler.core.runner.RelayReading;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.runner.RunnerReading;
import io.signalbox.scheduler.core.runner.Slot;
import io.signalbox.scheduler.core.runner.SlotReading;
import io.signalbox.scheduler.core.runner.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What runners say of themselves, heard by a relay or read from the store, and which relays may be believed (C4, C15). */
final class HearRunners {
    private final Memory memory;
    private final WatchLeases watchLeases;
    private final SetPoisonAside poison;

    HearRunners(Memory memory, WatchLeases watchLeases, SetPoisonAside poison) {
        this.memory = memory;
        this.watchLeases = watchLeases;
        this.poison = poison;
    }

    /** All relay documents were read: those that have not answered this epoch are asked (C15). */
    void relaysRead(Batch batch, List<RelayReading> readings) {
        memory.relays.read(readings, batch.now().monotonicMillis());
        memory.relays.unanswered().forEach(relay -> batch.want(new Effect.AskSnapshot(relay)));
        reviewAll();
    }

    /** A relay told what it holds. */
    void relayAnswered(Batch batch, RelaySnapshot snapshot) {
        boolean usable = memory.relays.isUsable(snapshot.relay());
        memory.relays.heard(snapshot.relay(), snapshot.epoch(), batch.now().monotonicMillis());
        snapshot.runners()
                .forEach(presence -> poison.guard(batch, presence, () -> present(batch, snapshot.relay(), presence)));
        if (usable != memory.relays.isUsable(snapshot.relay())) {
            reviewAll();
        }
    }

    /** A runner's document was read. */
    void read(Batch batch, RunnerReading reading) {
        Runner.Profile profile = new Runner.Profile(reading.name(), reading.pool(), reading.tags(), reading.projects());
        if (memory.fleet.runner(reading.runner()) == null && reading.availability() == Availability.DISCONNECTED) {
            memory.fleet.recall(profile);
            return;
        }
        Runner runner = learn(batch, reading, profile);
        if (runner != null) {
            for (SlotReading slot : reading.slots()) {
                watchLeases.beat(batch, runner, slot);
                hear(runner.knownSlot(slot.number()), reading.relay(), slot);
            }
            look(batch, runner);
        }
    }

    /** A slot said that it is idle. */
    void free(Batch batch, RelayId relay, FreeSlot free) {
        Runner runner = memory.fleet.runner(free.slot().runner());
        if (runner != null && runner.generation().equals(free.generation())) {
            Slot slot = runner.knownSlot(free.slot().number());
            hear(slot, new Word(relay, free.sync(), null, Word.Source.RELAY));
            look(batch, slot);
        }
    }

    /** An earlier leader set these aside. */
    void setAside(Batch batch, List<RunnerId> runners) {
        for (RunnerId id : runners) {
            Runner runner = memory.fleet.runner(id);
            if (runner != null) {
                runner.reputation().recall(batch.now().monotonicMillis());
                runner.slots().forEach(memory::review);
            }
        }
    }

    /** A runner ended its session; news of an older one are ignored (C4). */
    void gone(Batch batch, GoneRunner gone) {
        Runner runner = memory.fleet.runner(gone.runner());
        if (runner != null && runner.generation().equals(gone.generation())) {
            disconnect(batch, runner);
        }
    }

    private void present(Batch batch, RelayId relay, RunnerPresence presence) {
        Runner.Profile profile =
                new Runner.Profile(presence.name(), presence.pool(), presence.tags(), presence.projects());
        RunnerReading reading = new RunnerReading(
                presence.runner(),
                presence.name(),
                presence.pool(),
                presence.tags(),
                presence.projects(),
                presence.generation(),
                relay,
                availability(presence),
                Boolean.TRUE.equals(presence.official()) ? Protocol.OFFICIAL : Protocol.OURS,
                List.of());
        Runner runner = learn(batch, reading, profile);
        if (runner != null) {
            for (RunnerPresence.Slot slot : presence.slots()) {
                hear(runner.knownSlot(slot.number()), new Word(relay, slot.sync(), slot.attempt(), Word.Source.RELAY));
            }
            look(batch, runner);
        }
    }

    private @Nullable Runner learn(Batch batch, RunnerReading reading, Runner.Profile profile) {
        Runner known = memory.fleet.runner(reading.runner());
        boolean fresh = known == null || reading.generation().compareTo(known.generation()) > 0;
        if (known != null && !known.profile().equals(profile)) {
            known.slots().forEach(memory.matcher::retract);
        }
        Runner runner = memory.fleet.learn(reading.runner(), profile, reading.generation(), reading.availability());
        if (runner != null && fresh) {
            runner.speaks(reading.protocol());
            watchLeases.isGone(batch, runner);
            runner.registered(memory.lease.millis());
            tell(batch, runner, Effect.Presence.ONLINE);
        }
        if (runner != null && reading.availability() == Availability.DISCONNECTED) {
            disconnect(batch, runner);
        }
        return runner;
    }

    private void hear(Slot slot, @Nullable RelayId relay, SlotReading reading) {
        hear(slot, new Word(relay, reading.sync(), reading.attempt(), Word.Source.STORE));
    }

    private void hear(Slot slot, Word word) {
        if (slot.hear(word)) {
            slot.runner().heard(memory.lease.millis());
        }
    }

    private void disconnect(Batch batch, Runner runner) {
        if (!runner.disconnect()) {
            return;
        }
        tell(batch, runner, Effect.Presence.GONE);
        watchLeases.isGone(batch, runner);
        look(batch, runner);
    }

    private void look(Batch batch, Runner runner) {
        runner.slots().forEach(slot -> look(batch, slot));
        if (runner.availability() == Availability.DISCONNECTED && isDeserted(runner)) {
            memory.fleet.forget(runner);
        }
    }

    private void look(Batch batch, Slot slot) {
        for (AttemptId occupant : List.copyOf(slot.occupants())) {
            LiveAttempt live = memory.lives.get(occupant);
            if (live != null) {
                watchLeases.compare(batch, live, slot);
            }
        }
        memory.limits.hear(slot).forEach(memory.matcher::review);
        memory.review(slot);
    }

    private void reviewAll() {
        memory.fleet.runners().forEach(runner -> runner.slots().forEach(memory::review));
    }

    private static boolean isDeserted(Runner runner) {
        return runner.slots().stream().allMatch(slot -> slot.occupants().isEmpty());
    }

    private static Availability availability(RunnerPresence presence) {
        if (presence.draining()) {
            return Availability.DRAINING;
        }
        if (presence.paused()) {
            return Availability.PAUSED;
        }
        return presence.unready() == null ? Availability.OPEN : Availability.UNREADY;
    }

    private static void tell(Batch batch, Runner runner, Effect.Presence presence) {
        batch.want(new Effect.RunnerChanged(
                runner.id(), runner.profile().name(), runner.profile().pool(), runner.generation(), presence));
    }
}
