package io.signalbox.scheduler.core.simulation;

import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.message.RelayCommand.AssignTask.Assignment;
import io.signalbox.model.message.SchedulerCommand.RelaySnapshot;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.simulation.SimulatedRunner.Work;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.world.ModelStore;
import io.signalbox.scheduler.core.world.Sample;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;

/** Performs what leaders want: loses some of it, and does some of it wrong where a fault is planted. */
final class Outside {
    private final ModelStore store;
    private final List<SimulatedRunner> runners;
    private final SplittableRandom random;
    private final Fault fault;
    private Epoch epochSeen = new Epoch(0);
    private boolean fair;

    Outside(ModelStore store, List<SimulatedRunner> runners, SplittableRandom random, Fault fault) {
        this.store = store;
        this.runners = runners;
        this.random = random;
        this.fault = fault;
    }

    void beFair() {
        fair = true;
    }

    Epoch epochSeen() {
        return epochSeen;
    }

    List<StoredTask> openTasks() {
        return store.tasks().stream()
                .filter(task -> !task.status().state().isTerminal())
                .toList();
    }

    /** The relay answers this leader's epoch, unless it has seen a higher one. */
    void snapshot(SimulatedLeader leader) {
        if (leader.core.epoch().compareTo(epochSeen) >= 0) {
            epochSeen = leader.core.epoch();
        }
        leader.inbox.add(new Command.RelayAnswered(new RelaySnapshot(
                Sample.RELAY,
                epochSeen,
                true,
                runners.stream()
                        .filter(it -> !it.crashed)
                        .map(it -> it.document.presence())
                        .toList())));
    }

    void performOne(SimulatedLeader leader) {
        if (!leader.pending.isEmpty()) {
            Effect effect = leader.pending.remove(random.nextInt(leader.pending.size()));
            if (random.nextInt(8) > 0) {
                perform(leader, effect);
            }
        }
    }

    void performAll(SimulatedLeader leader) {
        List<Effect> all = List.copyOf(leader.pending);
        leader.pending.clear();
        all.forEach(effect -> perform(leader, effect));
    }

    private void perform(SimulatedLeader leader, Effect effect) {
        switch (effect) {
            case Effect.PublishAssignment it -> offer(leader, it.assignment());
            case Effect.PublishStop it ->
                runner(it.stop().slot()).ifPresent(at -> at.stops.add(it.stop().attempt()));
            case Effect.AskSnapshot it -> snapshot(leader);
            case Effect.Withdraw it -> leader.inbox.add(withdraw(it));
            case Effect.ReadTasks it -> leader.inbox.add(read(it));
            case Effect.CheckAttempt it -> leader.inbox.add(check(it));
            case Effect.RemoveReports it -> it.reports().forEach(store::remove);
            case Effect.Refuse it -> store.remove(it.report());
            default -> {}
        }
    }

    /** A relay that has seen a higher epoch ignores it (C15); one with a higher fence displaces it. */
    private void offer(SimulatedLeader leader, Assignment assignment) {
        if (leader.core.epoch().compareTo(epochSeen) >= 0) {
            runner(assignment.slot())
                    .filter(it -> it.document.generation().equals(assignment.generation()))
                    .ifPresent(it -> it.offered = new Work(assignment.task(), assignment.attempt()));
        }
    }

    private Command withdraw(Effect.Withdraw wanted) {
        return switch (fault) {
            case WITHDRAWAL_WITHOUT_INSERT -> new Command.Withdrawn(wanted.task(), wanted.attempt());
            case WITHDRAWAL_OVER_ANY_CLAIM -> {
                store.remove(new Report.StartWithdrawn(wanted.task(), wanted.attempt()).id());
                yield store.withdraw(wanted);
            }
            case NONE, REPORTS_LOST -> store.withdraw(wanted);
        };
    }

    private Command read(Effect.ReadTasks wanted) {
        if (fault == Fault.REPORTS_LOST && !fair) {
            store.reports().stream()
                    .filter(report -> wanted.tasks().contains(report.task()))
                    .forEach(report -> store.remove(report.id()));
        }
        return new Command.TasksAnswered(
                wanted.tasks().stream()
                        .map(store::find)
                        .filter(Objects::nonNull)
                        .toList(),
                wanted.tasks().stream().filter(it -> store.find(it) == null).toList());
    }

    private Command check(Effect.CheckAttempt wanted) {
        return new Command.AttemptChecked(
                wanted.task(),
                wanted.attempt(),
                runners.stream()
                        .filter(it -> it.document.id().equals(wanted.runner()))
                        .map(it -> it.document.reading())
                        .findFirst()
                        .orElse(null),
                store.reports().stream()
                        .filter(report -> report.task().equals(wanted.task()))
                        .filter(report -> !(report instanceof Report.OfAttempt of)
                                || of.attempt().equals(wanted.attempt()))
                        .toList());
    }

    private Optional<SimulatedRunner> runner(SlotRef slot) {
        return runners.stream().filter(it -> it.slot.equals(slot)).findFirst();
    }
}
