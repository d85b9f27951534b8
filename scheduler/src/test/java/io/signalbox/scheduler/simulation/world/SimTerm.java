package io.signalbox.scheduler.simulation.world;

import io.signalbox.model.spec.OnLost;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Decision;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.decide.SchedulerCore;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.loop.batch.ChangeOutcome;
import io.signalbox.scheduler.loop.batch.CommitChanges;
import io.signalbox.scheduler.loop.batch.CommitMark;
import io.signalbox.scheduler.loop.batch.DropOutdated;
import io.signalbox.scheduler.loop.batch.TaskStore.Which;
import io.signalbox.scheduler.loop.errand.CheckAttempts;
import io.signalbox.scheduler.loop.errand.ReadTasks;
import io.signalbox.scheduler.loop.errand.WithdrawStarts;
import io.signalbox.scheduler.loop.event.AppendEvents;
import io.signalbox.scheduler.loop.leadership.Term;
import io.signalbox.scheduler.loop.report.RemoveReports;
import io.signalbox.scheduler.loop.sweep.SweepOutboxes;
import io.signalbox.scheduler.loop.sweep.SweepReports;
import io.signalbox.scheduler.loop.sweep.SweepTasks;
import io.signalbox.scheduler.simulation.Fault;
import io.signalbox.scheduler.simulation.store.Weather;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One term of a scheduler: the real core, commit, feed, sweeps and errands, in the order of the loop, but a step at a time, so that
 * anything may happen between any two.
 */
final class SimTerm {
    private static final int PARTS = 6;

    private final World world;
    private final Term term;
    private final LongSupplier nanoTime;
    private final SchedulerCore core;
    private final CommitChanges commit;
    private final DropOutdated outdated;
    private final AppendEvents events;
    private final RemoveReports removal;
    private final List<Command> inbox = new ArrayList<>();
    private final List<Command> corrections = new ArrayList<>();
    private final List<Effect> wanted = new ArrayList<>();
    /** What the checker must be told when an answer is decided on. */
    private final IdentityHashMap<Command, Runnable> readings = new IdentityHashMap<>();

    private @Nullable Decision decided;
    private int loaded;

    SimTerm(World world, Term term, LongSupplier nanoTime) {
        this.world = world;
        this.term = term;
        this.nanoTime = nanoTime;
        this.core = new SchedulerCore(term.epoch());
        this.commit = new CommitChanges(term, world.tasks);
        this.outdated = new DropOutdated(nanoTime);
        this.events = new AppendEvents(term, world.feed, (_, _) -> {}, nanoTime);
        this.removal = new RemoveReports(term, world.reports);
    }

    Term term() {
        return term;
    }

    void hear(Command command) {
        inbox.add(command);
    }

    /** Does one thing of all that it could do. */
    void step() {
        if (loaded < PARTS) {
            load();
            return;
        }
        switch (world.weather.draw(14)) {
            case 0, 1, 2 -> decide(world.weather.draw(3) == 0 ? inbox.size() : world.weather.draw(6));
            case 3, 4, 5 -> commit();
            case 6, 7, 8 -> {
                for (int some = world.weather.draw(6); some > 0; some--) {
                    performOne();
                }
            }
            case 9, 10 -> duty(world.weather.draw(3));
            default -> sweep();
        }
    }

    /** Does everything that there is to do. */
    void fairRound() {
        for (int part = 0; part < 2 * PARTS && loaded < PARTS && !term.isOver(); part++) {
            load();
        }
        for (int i = 0; i < 3 && loaded == PARTS && !term.isOver(); i++) {
            commit();
            while (!wanted.isEmpty()) {
                performOne();
            }
            for (int duty = 0; duty < 3; duty++) {
                duty(duty);
            }
            sweep();
            decide(Integer.MAX_VALUE);
        }
    }

    /** The take-over, a part at a time; what it cannot read ends the term. */
    private void load() {
        if (decided != null) {
            commit();
            return;
        }
        try {
            switch (loaded) {
                case 0 -> events.open(world.now(nanoTime).stamp());
                case 1 ->
                    run(List.of(
                            new Command.RelaysRead(world.fleet.relays()),
                            new Command.RunnersRead(world.fleet.runners())));
                case 2 -> run(List.of(new Command.TasksRead(raised(world.tasks.open(Which.LIVE, null, 100)))));
                case 3 -> run(List.of(new Command.TasksRead(world.tasks.open(Which.WAITING, null, 100))));
                case 4 -> run(List.of(new Command.LostRead(world.tasks.lost(longAgo(), null, 100))));
                default ->
                    run(List.of(new Command.ReportsRead(world.reports.scan(null, 1000)), new Command.LoadComplete()));
            }
            loaded++;
        } catch (RuntimeException failed) {
            rethrowViolation(failed);
            term.end();
        }
    }

    private Instant longAgo() {
        return world.instant().minus(OnLost.LONGEST);
    }

    private List<StoredTask> raised(List<StoredTask> read) {
        List<StoredTask> raised = new ArrayList<>();
        List<ChangeOutcome> outcomes = world.tasks.raise(CommitMark.ofTakeOver(term.epoch()), read);
        for (int i = 0; i < read.size(); i++) {
            if (outcomes.get(i) == ChangeOutcome.APPLIED) {
                StoredTask task = read.get(i);
                raised.add(world.weather.is(Fault.NO_VERSION_RAISED) ? task : task.raised());
            }
        }
        return raised;
    }

    private void run(List<Command> commands) {
        decide(commands);
        commit();
    }

    private void decide(int most) {
        if (decided != null || term.isOver()) {
            return;
        }
        List<Command> batch = new ArrayList<>(corrections);
        corrections.clear();
        boolean fair = world.weather.isFair();
        List<Command> later = new ArrayList<>();
        for (int i = 0; i < most && !inbox.isEmpty(); i++) {
            Command next = inbox.remove(fair ? 0 : world.weather.draw(inbox.size()));
            (isSecondAnswer(batch, next) ? later : batch).add(next);
        }
        inbox.addAll(later);
        batch.add(new Command.Tick());
        decide(batch);
    }

    /** One answer about an attempt in each batch, so that it is known on which of them the core decides. */
    private static boolean isSecondAnswer(List<Command> batch, Command next) {
        return next instanceof Command.AttemptChecked answer
                && batch.stream()
                        .anyMatch(command -> command instanceof Command.AttemptChecked other
                                && other.attempt().equals(answer.attempt()));
    }

    private void decide(List<Command> commands) {
        commands.forEach(command -> readings.getOrDefault(command, () -> {}).run());
        Decision decision =
                core.decide(outdated.from(commands), loaded == PARTS ? world.now(nanoTime) : world.measured(nanoTime));
        for (Effect effect : decision.effects()) {
            if (effect instanceof Effect.SetAside poisoned) {
                throw poisoned.failure();
            }
        }
        decided = decision;
    }

    /** It waits while it may not commit; a store that is away costs time and nothing else. */
    private void commit() {
        Decision decision = decided;
        if (decision == null
                || term.isOver()
                || (world.weather.isStoreAway() && !decision.changes().isEmpty())) {
            return;
        }
        if (!term.mayCommit()) {
            return;
        }
        decided = null;
        commit.commit(decision).ifPresent(done -> {
            outdated.committed(done.applied());
            done.applied().forEach(change -> {
                wanted.addAll(change.effects());
                events.changed(world.feed, List.of(change.task().value()), () -> removal.add(change.consumed()));
            });
            wanted.addAll(decision.effects());
            corrections.addAll(done.corrections());
        });
    }

    private void performOne() {
        if (wanted.isEmpty() || term.isOver()) {
            return;
        }
        boolean fair = world.weather.isFair();
        Effect effect = wanted.remove(fair ? 0 : world.weather.draw(wanted.size()));
        if (world.weather.strikes(10)) {
            return;
        }
        quietly(() -> perform(effect));
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.PublishAssignment it
            when term.mayCommit() -> {
                world.say(() -> "published " + it.assignment().attempt() + " to " + it.relay());
                world.publish(this, it);
            }
            case Effect.PublishStop it when term.mayCommit() -> world.publish(this, it);
            case Effect.AskSnapshot it when term.mayCommit() -> world.ask(this, it.relay());
            case Effect.PublishAssignment _, Effect.PublishStop _, Effect.AskSnapshot _ -> {}
            case Effect.Withdraw it
            when world.weather.is(Fault.WITHDRAWAL_WITHOUT_INSERT) ->
                hear(new Command.Withdrawn(it.task(), it.attempt()));
            case Effect.Withdraw it
            when term.mayCommit() -> new WithdrawStarts(term.epoch(), world.reports, this::hear).accept(List.of(it));
            case Effect.CheckAttempt it when term.mayCommit() -> check(it);
            case Effect.Withdraw _, Effect.CheckAttempt _ -> {}
            case Effect.ReadTasks it -> new ReadTasks(world.tasks, this::hear).accept(it.tasks());
            case Effect.RemoveReports it -> removal.add(it.reports());
            case Effect.Refuse it -> {
                world.checker.refuses(it.attempt());
                removal.add(List.of(it.report()));
            }
            case Effect.RunnerNews _, Effect.Observed _, Effect.SetAside _ -> {}
        }
    }

    private void check(Effect.CheckAttempt wanted) {
        if (world.weather.is(Fault.STOP_NEVER_CONFIRMED) && world.isToldToStop(wanted.task())) {
            return;
        }
        world.say(() -> "reads once more about " + wanted.attempt());
        Runnable decidedOn = world.checker.readsOnceMore(term.epoch(), wanted.task(), wanted.attempt());
        Consumer<Command> answered = answer -> {
            readings.put(answer, decidedOn);
            hear(answer);
        };
        if (world.weather.is(Fault.LOSS_WITHOUT_LAST_READING)) {
            answered.accept(
                    new Command.AttemptChecked(wanted.task(), wanted.attempt(), wanted.suspicion(), null, List.of()));
        } else {
            new CheckAttempts(world.fleet, world.reports, answered).accept(List.of(wanted));
        }
    }

    private void duty(int which) {
        quietly(() -> {
            switch (which) {
                case 0 -> events.round();
                case 1 -> removal.round();
                default -> new SweepOutboxes(world.feed, world.tasks, events, this::hear).run();
            }
        });
    }

    private void sweep() {
        quietly(() -> {
            hear(new Command.RelaysRead(world.fleet.relays()));
            hear(new Command.RunnersRead(world.fleet.runners()));
            new SweepReports(world.reports, this::hear).run();
            if (world.weather.draw(4) == 0) {
                new SweepTasks(world.tasks, this::hear).run();
            }
        });
    }

    /** What fails for the store's sake is tried again by whoever wanted it. */
    private static void quietly(Runnable doing) {
        try {
            doing.run();
        } catch (RuntimeException failed) {
            rethrowViolation(failed);
        }
    }

    private static void rethrowViolation(RuntimeException failed) {
        if (!(failed instanceof Weather.StoreAway)) {
            throw failed;
        }
    }
}
