package io.signalbox.scheduler.simulation.world;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.message.RelayCommand.AssignTask.Assignment;
import io.signalbox.model.message.RunnerPresence;
import io.signalbox.model.message.SchedulerCommand.RelaySnapshot;
import io.signalbox.model.message.SchedulerCommand.RunnerGone.GoneRunner;
import io.signalbox.model.message.SchedulerCommand.SlotFree.FreeSlot;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.runner.Protocol;
import io.signalbox.scheduler.core.runner.RunnerReading;
import io.signalbox.scheduler.core.task.Attempt;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.loop.batch.TaskStore.Which;
import io.signalbox.scheduler.simulation.Fault;
import io.signalbox.scheduler.simulation.store.Weather;
import io.signalbox.scheduler.simulation.world.SimRelay.View;
import io.signalbox.scheduler.simulation.world.SimSlot.Work;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens between runners and relays: syncs, claims, giving, ends. Each method is one step, and the store may fail in it. */
final class Field {
    /** After a silence as long as this what a relay remembers may be outlived (C5). */
    private static final long MEMORY_MILLIS = 10_000;

    private final World world;

    Field(World world) {
        this.world = world;
    }

    /**
     * The slot syncs at {@code relay}; whatever was on its way to the sync before is dead.
     *
     * @return whether what it said is stored
     */
    boolean sync(SimSlot slot, SimRelay relay) {
        slot.sync++;
        slot.syncedAt = world.millis();
        world.relays.stream().filter(other -> !other.equals(relay)).forEach(other -> other.forget(slot));
        View view = relay.view(slot);
        boolean served = view.held == slot.sync - 1 && view.held > 0 && world.millis() - view.heardAt < MEMORY_MILLIS;
        view.heardAt = world.millis();
        view.held = slot.sync;
        view.giving = null;
        boolean beat = isStored(slot, relay, view, served);
        Work work = slot.running;
        if (work == null) {
            idle(slot, relay, view);
        } else if (slot.ended != null) {
            end(slot, relay, work, slot.ended);
        } else {
            busy(slot, relay, work, beat, served);
        }
        if (slot.running == null) {
            slot.contactAt = slot.syncedAt;
        }
        return beat;
    }

    /** A relay that did not serve the slot last looks up what lives there (C5). */
    private boolean isStored(SimSlot slot, SimRelay relay, View view, boolean served) {
        try {
            call(relay);
            slot.runner.store(relay.id, slot, slot.sync, slot.named());
            beats(slot);
            if (!served) {
                view.claimed = liveOn(slot);
                view.offered = null;
            }
            return true;
        } catch (Weather.StoreAway away) {
            view.held = 0;
            return false;
        }
    }

    /** The store may be away, or out of reach for this relay. */
    private void call(SimRelay relay) {
        if (world.millis() < relay.cutUntil) {
            throw new Weather.StoreAway();
        }
        world.weather.call();
    }

    private void beats(SimSlot slot) {
        AttemptId named = slot.named();
        if (named != null) {
            world.checker.beats(named, world.relayMillis());
        }
    }

    private void idle(SimSlot slot, SimRelay relay, View view) {
        boolean free = view.held != 0 && (view.claimed == null || !world.isCurrent(view.claimed));
        if (free) {
            long number = world.weather.is(Fault.IDLE_WORD_OF_NO_SYNC) ? slot.sync + 1_000 : slot.sync;
            world.tellLeader(new Command.SlotsFree(
                    relay.id, List.of(new FreeSlot(slot.ref, slot.runner.generation(), number, null))));
        }
    }

    /**
     * A stop is told at once, and is no renewal (C7). What the relay remembers it renews without reading the task; what it does not know it looks up, and
     * work on an attempt that is not current any more is stopped (C3).
     */
    private void busy(SimSlot slot, SimRelay relay, Work work, boolean stored, boolean served) {
        boolean known = served && work.equals(relay.view(slot).claimed);
        boolean stop = relay.stops.contains(work.attempt()) || (!known && stored && isToStop(work));
        if (!stop) {
            renew(slot, work, stored || world.weather.is(Fault.BEAT_COUNTS_UNSTORED));
        } else if (!slot.heedless) {
            world.checker.stopped(work.attempt());
            world.checker.stops(world.task(work.task()), work.attempt());
            end(slot, relay, work, AttemptResult.STOPPED);
        }
    }

    private void renew(SimSlot slot, Work work, boolean good) {
        if (good) {
            world.checker.renews(work.attempt());
            slot.contactAt = slot.syncedAt;
        }
    }

    private boolean isToStop(Work work) {
        return world.isToldToStop(work.task()) || !world.isCurrent(work) || world.weather.is(Fault.RETURN_IS_STOPPED);
    }

    /** The work is over, whatever becomes of its report. */
    void works(SimSlot slot) {
        if (slot.running != null && slot.ended == null && !slot.heedless) {
            slot.ended = world.weather.draw(3) > 0 ? AttemptResult.PASSED : AttemptResult.FAILED;
            world.checker.stopped(slot.running.attempt());
        }
    }

    /** The end is stored as a report, then acknowledged; until then the runner repeats it. */
    private void end(SimSlot slot, SimRelay relay, Work work, AttemptResult result) {
        slot.ended = result;
        try {
            call(relay);
            if (!world.task(work.task()).reported().contains(work.attempt())) {
                Report report = new Report.Finished(work.task(), work.attempt(), result, 0, null);
                world.reportTruth.append(report);
                if (world.isCurrent(work)) {
                    world.checker.acknowledges(work.attempt(), result);
                }
                world.tellLeader(new Command.ReportsRead(List.of(report)));
            }
            world.weather.answer();
            world.say(() -> slot.ref + " reported " + result + " of " + work.attempt());
            slot.running = null;
            slot.ended = null;
            relay.view(slot).claimed = null;
        } catch (Weather.StoreAway away) {
            world.say(() -> slot.ref + " could not report " + result + " of " + work.attempt());
        }
    }

    /** First half of giving: the claim, for what is claimed already or else for what is offered (C1). */
    void claim(SimSlot slot, SimRelay relay) {
        View view = relay.view(slot);
        Work work = view.claimed != null && world.isCurrent(view.claimed) ? view.claimed : offered(view);
        if (work == null || view.giving != null || view.held != slot.sync || view.held == 0 || slot.running != null) {
            return;
        }
        try {
            call(relay);
            boolean stands = world.weather.is(Fault.GIVEN_WITHOUT_CLAIM) || claim(slot, relay, work);
            view.offered = null;
            if (stands) {
                view.claimed = work;
                world.say(() -> relay.id + " claimed " + work.attempt() + " for sync " + slot.sync);
                world.weather.answer();
                slot.runner.store(relay.id, slot, slot.sync, work.attempt());
                view.giving = work;
            }
        } catch (Weather.StoreAway away) {
            view.giving = null;
        }
    }

    /** Second half: the task is read, and the answer goes out on that very sync, or is lost. */
    void give(SimSlot slot, SimRelay relay) {
        View view = relay.view(slot);
        Work work = view.giving;
        view.giving = null;
        if (work == null || view.held != slot.sync || !slot.runner.isThere(world.millis()) || isStale(slot, work)) {
            return;
        }
        boolean current = world.isCurrent(work) && isOfThisLeader(relay, world.task(work.task()));
        if (!current && !world.weather.is(Fault.GIVEN_WITHOUT_READING)) {
            return;
        }
        Report claim = claimOf(work.attempt());
        if (claim != null) {
            world.tellLeader(new Command.ReportsRead(List.of(claim)));
        }
        if (world.weather.strikes(4)
                || (!slot.runner.begun.add(work.attempt()) && !world.weather.is(Fault.BEGUN_TWICE))) {
            return;
        }
        world.say(() -> slot.ref + " begins " + work.attempt());
        world.checker.starts(world.task(work.task()), work.attempt(), slot.ref, slot.named());
        world.checker.givenUnder(relay.epochSeen(), world.task(work.task()));
        slot.running = work;
        slot.contactAt = slot.syncedAt;
    }

    /** Its deadline would be over when it begins (C9). */
    private boolean isStale(SimSlot slot, Work work) {
        return !slot.runner.isOfficial()
                && world.isGuarded(work)
                && world.millis() - slot.syncedAt >= SimSlot.KILL_AFTER_MILLIS;
    }

    /** A relay takes a message; what it is offered for a slot that it does not serve it cannot give. */
    void hear(SimRelay relay) {
        switch (relay.take()) {
            case SimRelay.Heard.Assign assign -> offer(relay, assign.assignment());
            case SimRelay.Heard.StopIt stop -> relay.stops.add(stop.stop().attempt());
            case SimRelay.Heard.Snapshot _ -> snapshot(relay);
            case null -> {}
        }
    }

    /** Without messages a relay finds in the store what is assigned to its slots. */
    void poll(SimRelay relay) {
        world.runners.stream()
                .filter(runner -> relay.id.equals(runner.relay()))
                .flatMap(runner -> runner.slots.stream())
                .forEach(slot -> poll(relay, slot));
    }

    private void poll(SimRelay relay, SimSlot slot) {
        Work live = liveOn(slot);
        if (live != null && world.task(live.task()).status() instanceof TaskStatus.Assigned assigned) {
            Attempt attempt = assigned.attempt();
            offer(
                    relay,
                    new Assignment(live.task(), attempt.id(), attempt.fence(), attempt.slot(), attempt.generation()));
        }
    }

    void snapshot(SimRelay relay) {
        world.tellLeader(new Command.RelayAnswered(new RelaySnapshot(
                relay.id,
                relay.epochSeen(),
                true,
                world.runners.stream()
                        .map(runner -> presence(runner, relay))
                        .filter(presence -> !presence.slots().isEmpty())
                        .toList())));
    }

    /** Registers anew: as the same host, whose journal names and ends what it had, or as one that knows nothing. */
    void register(SimRunner runner, boolean sameHost, List<String> tags) {
        for (SimSlot slot : runner.slots) {
            stops(slot);
            slot.registers(world.millis(), sameHost);
            world.relays.forEach(relay -> relay.forget(slot));
        }
        runner.register(tags);
        world.checker.registers(runner.id, runner.generation(), tags);
        world.say(() -> runner.id + " registers as generation " + runner.generation());
    }

    /** Its guards kill what runs when it dies. */
    void crash(SimRunner runner) {
        runner.crashed = true;
        runner.slots.forEach(this::stops);
    }

    /** It says goodbye: what it still runs dies with it, and each slot that runs nothing has said so before (C1). */
    void leave(SimRunner runner, SimRelay relay) {
        boolean said =
                runner.slots.stream().filter(slot -> slot.running == null).allMatch(slot -> saysLast(slot, relay));
        if (said) {
            runner.slots.forEach(this::stops);
            runner.gone = true;
            world.say(() -> runner.id + " says goodbye");
            world.tellLeader(
                    new Command.RunnersGone(relay.id, List.of(new GoneRunner(runner.id, runner.generation()))));
        }
    }

    /** To a runner that ends the relay gives nothing any more: it tells that the slot is free. */
    private boolean saysLast(SimSlot slot, SimRelay relay) {
        if (world.weather.is(Fault.GOODBYE_WITHOUT_LAST_WORD)) {
            return true;
        }
        relay.view(slot).claimed = null;
        boolean stored = sync(slot, relay);
        relay.forget(slot);
        return stored;
    }

    private void stops(SimSlot slot) {
        Work work = slot.running;
        if (work != null) {
            world.checker.stopped(work.attempt());
        }
    }

    private void offer(SimRelay relay, Assignment assignment) {
        world.runners.stream()
                .filter(runner -> runner.generation().equals(assignment.generation()))
                .flatMap(runner -> runner.slots.stream())
                .filter(slot -> slot.ref.equals(assignment.slot()))
                .forEach(slot -> relay.view(slot).offered = assignment);
    }

    private boolean claim(SimSlot slot, SimRelay relay, Work work) {
        boolean over = !world.reportTruth
                .read(List.of(ReportId.finished(work.attempt())))
                .isEmpty();
        if (over && !world.weather.is(Fault.BEGUN_TWICE)) {
            return false;
        }
        Report found = claimOf(work.attempt());
        if (found instanceof Report.StartWithdrawn) {
            return false;
        }
        boolean kept = world.weather.is(Fault.CLAIM_KEEPS_ITS_NUMBER) && found != null;
        if (!kept && (!(found instanceof Report.StartClaimed standing) || standing.sync() < slot.sync)) {
            world.reportTruth.remove(List.of(ReportId.start(work.attempt())));
            world.reportTruth.append(new Report.StartClaimed(
                    work.task(), work.attempt(), slot.ref, slot.runner.generation(), relay.id, slot.sync));
        }
        return true;
    }

    private @Nullable Report claimOf(AttemptId attempt) {
        List<Report> found = world.reportTruth.read(List.of(ReportId.start(attempt)));
        return found.isEmpty() ? null : found.getFirst();
    }

    private static @Nullable Work offered(View view) {
        Assignment offered = view.offered;
        return offered == null ? null : new Work(offered.task(), offered.attempt());
    }

    private @Nullable Work liveOn(SimSlot slot) {
        for (StoredTask task : world.truth.open(Which.LIVE, null, 100)) {
            if (task.status() instanceof TaskStatus.Live live
                    && live.attempt().slot().equals(slot.ref)
                    && live.attempt().generation().equals(slot.runner.generation())) {
                return new Work(task.id(), live.attempt().id());
            }
        }
        return null;
    }

    private boolean isOfThisLeader(SimRelay relay, StoredTask task) {
        return world.weather.is(Fault.LOWER_EPOCH_HEARD)
                || (task.status() instanceof TaskStatus.Live live
                        && live.attempt().epoch().compareTo(relay.epochSeen()) >= 0);
    }

    /** The slots that it serves. */
    private RunnerPresence presence(SimRunner runner, SimRelay relay) {
        RunnerReading document = world.document(runner);
        return new RunnerPresence(
                runner.id,
                document.name(),
                runner.generation(),
                document.pool(),
                document.tags(),
                List.of(),
                false,
                false,
                runner.slots.stream()
                        .filter(slot -> relay.view(slot).held > 0)
                        .map(slot -> shown(slot, relay.view(slot)))
                        .toList(),
                null,
                document.protocol() == Protocol.OFFICIAL);
    }

    private static RunnerPresence.Slot shown(SimSlot slot, View view) {
        return new RunnerPresence.Slot(
                slot.ref.number(), view.held, view.claimed == null ? slot.named() : view.claimed.attempt());
    }
}
