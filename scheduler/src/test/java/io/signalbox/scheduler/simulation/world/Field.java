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
import io.signalbox.scheduler.simulation.world.SimRelay.View;
import io.signalbox.scheduler.simulation.world.SimRunner.Work;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens between runners and relays: syncs, claims, giving, ends. Each method is one step, and the store may fail in it. */
final class Field {
    private final World world;

    Field(World world) {
        this.world = world;
    }

    /** The slot syncs at {@code relay}; whatever was on its way to the sync before is dead. */
    void sync(SimRunner runner, SimRelay relay) {
        runner.sync++;
        world.relays.stream().filter(other -> !other.equals(relay)).forEach(other -> other.forget(runner));
        View view = relay.view(runner);
        boolean served = view.held == runner.sync - 1 && view.held > 0;
        view.held = runner.sync;
        view.giving = null;
        boolean beat = false;
        try {
            world.weather.call();
            runner.store(relay.id, runner.sync, runner.named());
            beats(runner);
            beat = true;
            if (!served) {
                view.claimed = liveOn(runner);
                view.offered = null;
            }
        } catch (Weather.StoreAway away) {
            view.held = 0;
        }
        Work work = runner.running;
        if (work == null) {
            idle(runner, relay, view);
        } else if (runner.ended != null) {
            end(runner, relay, work, runner.ended);
        } else {
            busy(runner, relay, work, beat);
        }
        if (runner.running == null) {
            runner.contactAt = world.millis();
        }
    }

    private void beats(SimRunner runner) {
        AttemptId named = runner.named();
        if (named != null) {
            world.checker.beats(named, world.relayMillis());
        }
    }

    private void idle(SimRunner runner, SimRelay relay, View view) {
        boolean free = view.held != 0 && (view.claimed == null || !world.isCurrent(view.claimed));
        if (free) {
            long number = world.weather.is(Fault.IDLE_WORD_OF_NO_SYNC) ? runner.sync + 1_000 : runner.sync;
            world.tellLeader(new Command.SlotsFree(
                    relay.id, List.of(new FreeSlot(runner.slot, runner.generation(), number, null))));
        }
    }

    /** A stop is told at once; work on an attempt that is not current any more is stopped (C3). */
    private void busy(SimRunner runner, SimRelay relay, Work work, boolean good) {
        boolean stop =
                relay.stops.contains(work.attempt()) || world.isToldToStop(work.task()) || !world.isCurrent(work);
        if (stop && !runner.heedless) {
            world.checker.stopped(work.attempt());
            end(runner, relay, work, AttemptResult.STOPPED);
        } else if (good) {
            runner.contactAt = world.millis();
        }
    }

    /** The work is over, whatever becomes of its report. */
    void works(SimRunner runner) {
        if (runner.running != null && runner.ended == null && !runner.heedless) {
            runner.ended = world.weather.draw(3) > 0 ? AttemptResult.PASSED : AttemptResult.FAILED;
            world.checker.stopped(runner.running.attempt());
        }
    }

    /** The end is stored as a report, then acknowledged; until then the runner repeats it. */
    private void end(SimRunner runner, SimRelay relay, Work work, AttemptResult result) {
        runner.ended = result;
        try {
            world.weather.call();
            if (world.isCurrent(work)) {
                Report report = new Report.Finished(work.task(), work.attempt(), result, 0, null);
                world.reportTruth.append(report);
                world.checker.acknowledges(work.attempt(), result);
                world.tellLeader(new Command.ReportsRead(List.of(report)));
            }
            world.weather.answer();
            world.say(() -> runner.slot + " reported " + result + " of " + work.attempt());
            runner.running = null;
            runner.ended = null;
            relay.view(runner).claimed = null;
        } catch (Weather.StoreAway away) {
            world.say(() -> runner.slot + " could not report " + result + " of " + work.attempt());
        }
    }

    /** First half of giving: the claim, for what is claimed already or else for what is offered (C1). */
    void claim(SimRunner runner, SimRelay relay) {
        View view = relay.view(runner);
        Work work = view.claimed != null && world.isCurrent(view.claimed) ? view.claimed : offered(view);
        if (work == null
                || view.giving != null
                || view.held != runner.sync
                || view.held == 0
                || runner.running != null) {
            return;
        }
        try {
            world.weather.call();
            boolean stands = world.weather.is(Fault.GIVEN_WITHOUT_CLAIM) || claim(runner, relay, work);
            view.offered = null;
            if (stands) {
                view.claimed = work;
                world.say(() -> relay.id + " claimed " + work.attempt() + " for sync " + runner.sync);
                world.weather.answer();
                runner.store(relay.id, runner.sync, work.attempt());
                view.giving = work;
            }
        } catch (Weather.StoreAway away) {
            view.giving = null;
        }
    }

    /** Second half: the task is read, and the answer goes out on that very sync, or is lost. */
    void give(SimRunner runner, SimRelay relay) {
        View view = relay.view(runner);
        Work work = view.giving;
        view.giving = null;
        if (work == null || view.held != runner.sync || !runner.isThere(world.millis())) {
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
        if (world.weather.strikes(4) || (!runner.begun.add(work.attempt()) && !world.weather.is(Fault.BEGUN_TWICE))) {
            return;
        }
        world.say(() -> runner.slot + " begins " + work.attempt());
        world.checker.starts(world.task(work.task()), work.attempt(), runner.slot, runner.named());
        world.checker.givenUnder(relay.epochSeen(), world.task(work.task()));
        runner.running = work;
        runner.contactAt = world.millis();
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
        for (SimRunner runner : world.runners) {
            Work live = relay.id.equals(runner.relay()) ? liveOn(runner) : null;
            if (live != null && world.task(live.task()).status() instanceof TaskStatus.Assigned assigned) {
                Attempt attempt = assigned.attempt();
                offer(
                        relay,
                        new Assignment(
                                live.task(), attempt.id(), attempt.fence(), attempt.slot(), attempt.generation()));
            }
        }
    }

    void snapshot(SimRelay relay) {
        world.tellLeader(new Command.RelayAnswered(new RelaySnapshot(
                relay.id,
                relay.epochSeen(),
                true,
                world.runners.stream()
                        .filter(runner -> relay.id.equals(runner.relay()) && relay.view(runner).held > 0)
                        .map(runner -> presence(runner, relay.view(runner)))
                        .toList())));
    }

    /** Registers anew: as the same host, whose journal names and ends what it had, or as one that knows nothing. */
    void register(SimRunner runner, boolean sameHost, List<String> tags) {
        Work work = runner.running;
        if (work != null) {
            world.checker.stopped(work.attempt());
        }
        runner.register(world.millis(), tags);
        world.relays.forEach(relay -> relay.forget(runner));
        world.checker.registers(runner.id, runner.generation(), tags);
        runner.heedless = false;
        if (work == null || !sameHost) {
            runner.running = null;
            runner.ended = null;
        } else if (runner.ended == null) {
            runner.ended = AttemptResult.INTERRUPTED;
        }
        world.say(() -> runner.slot + " registers as generation " + runner.generation());
    }

    /** It says goodbye, which it does only when it is idle. */
    void leave(SimRunner runner, SimRelay relay) {
        View view = relay.view(runner);
        boolean claimed = view.claimed != null && world.isCurrent(view.claimed);
        if (runner.running == null && !claimed && view.giving == null) {
            runner.gone = true;
            world.tellLeader(
                    new Command.RunnersGone(relay.id, List.of(new GoneRunner(runner.id, runner.generation()))));
        }
    }

    private void offer(SimRelay relay, Assignment assignment) {
        world.runners.stream()
                .filter(runner -> runner.slot.equals(assignment.slot())
                        && runner.generation().equals(assignment.generation()))
                .forEach(runner -> relay.view(runner).offered = assignment);
    }

    private boolean claim(SimRunner runner, SimRelay relay, Work work) {
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
        if (!(found instanceof Report.StartClaimed standing) || standing.sync() < runner.sync) {
            world.reportTruth.remove(List.of(ReportId.start(work.attempt())));
            world.reportTruth.append(new Report.StartClaimed(
                    work.task(), work.attempt(), runner.slot, runner.generation(), relay.id, runner.sync));
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

    private @Nullable Work liveOn(SimRunner runner) {
        for (StoredTask task : world.truth.open(Which.LIVE, null, 100)) {
            if (task.status() instanceof TaskStatus.Live live
                    && live.attempt().slot().equals(runner.slot)
                    && live.attempt().generation().equals(runner.generation())) {
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

    private RunnerPresence presence(SimRunner runner, View view) {
        RunnerReading document = world.document(runner);
        AttemptId shown = view.claimed == null ? runner.named() : view.claimed.attempt();
        return new RunnerPresence(
                runner.id,
                document.name(),
                runner.generation(),
                document.pool(),
                document.tags(),
                List.of(),
                false,
                false,
                List.of(new RunnerPresence.Slot(0, view.held, shown)),
                null,
                document.protocol() == Protocol.OFFICIAL);
    }
}
