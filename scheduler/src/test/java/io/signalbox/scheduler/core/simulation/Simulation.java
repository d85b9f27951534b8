package io.signalbox.scheduler.core.simulation;

import io.signalbox.model.id.Epoch;
import io.signalbox.model.message.SchedulerCommand.SlotFree.FreeSlot;
import io.signalbox.model.message.SchedulerCommand.TaskSubmitted.SubmittedTask;
import io.signalbox.model.spec.RetryPolicy;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.runner.RelayReading;
import io.signalbox.scheduler.core.simulation.SimulatedRunner.Giving;
import io.signalbox.scheduler.core.simulation.SimulatedRunner.Work;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.core.time.Now;
import io.signalbox.scheduler.core.world.ModelStore;
import io.signalbox.scheduler.core.world.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One seeded history: random steps with faults, then fair ones without, until every task has ended. The same seed gives the same history. */
final class Simulation {
    private static final int TASKS = 6;
    private static final int RUNNERS = 2;
    private static final int STEPS = 600;
    private static final int FAIR_ROUNDS = 400;

    private final SplittableRandom random;
    private final ModelStore store = new ModelStore();
    private final Checker checker = new Checker(store);
    private final List<SimulatedRunner> runners = new ArrayList<>();
    private final Outside outside;
    private SimulatedLeader leader = new SimulatedLeader(new Epoch(1));
    private SimulatedLeader former = leader;
    private long millis = 1_000_000;
    private long renewal;
    private int submitted;
    private boolean fair;

    Simulation(long seed, Fault fault) {
        random = new SplittableRandom(seed);
        for (int number = 1; number <= RUNNERS; number++) {
            runners.add(new SimulatedRunner(number));
        }
        outside = new Outside(store, runners, random, fault);
        load(leader);
    }

    /** Runs it to the end; a violation is thrown. */
    void run() {
        for (int step = 0; step < STEPS; step++) {
            millis += random.nextInt(20) == 0 ? random.nextInt(12_000) : random.nextInt(200);
            step();
        }
        fair = true;
        outside.beFair();
        for (int round = 0; round < FAIR_ROUNDS && !isOver(); round++) {
            millis += 1_000;
            fairRound();
        }
        checker.ends();
    }

    /** Everything that became of the tasks. */
    String outcome() {
        return store.tasks() + " " + millis;
    }

    private boolean isOver() {
        return submitted == TASKS
                && store.tasks().stream().allMatch(task -> task.status().state().isTerminal());
    }

    private void step() {
        switch (random.nextInt(16)) {
            case 0 -> submit();
            case 1, 2, 3 -> leader.decide(random, now());
            case 4, 5, 6 -> leader.commit(store, checker);
            case 7, 8 -> outside.performOne(leader);
            case 9 -> outside.performOne(former);
            case 10 -> former.commit(store, checker);
            case 11, 12, 13 -> runnerStep(runners.get(random.nextInt(RUNNERS)));
            case 14 -> sweep();
            default -> rarely();
        }
    }

    private void rarely() {
        switch (random.nextInt(6)) {
            case 0 -> takeOver();
            case 1 -> runners.get(random.nextInt(RUNNERS)).crash();
            case 2 -> cancel();
            default -> runners.stream().filter(it -> it.crashed).findFirst().ifPresent(this::restart);
        }
    }

    private void submit() {
        if (submitted < TASKS) {
            submitted++;
            Sample.Terms terms = Sample.terms().createdAt(now().stamp());
            switch (random.nextInt(3)) {
                case 0 -> terms.retry(3, RetryPolicy.Cause.FAILED);
                case 1 -> terms.requeueWhenLost();
                default -> terms.project("plain");
            }
            store.insert(Sample.task(submitted), terms.build());
            ring(new Command.TasksSubmitted(List.of(new SubmittedTask(Sample.task(submitted), terms.build()))));
        }
    }

    private void cancel() {
        if (submitted > 0 && !fair) {
            Report wish = new Report.CancelWanted(Sample.task(1 + random.nextInt(submitted)), now().stamp());
            store.append(wish);
            ring(new Command.ReportsRead(List.of(wish)));
        }
    }

    private void takeOver() {
        former = leader;
        leader = new SimulatedLeader(former.core.epoch().next());
        load(leader);
    }

    private void load(SimulatedLeader fresh) {
        fresh.inbox.add(new Command.TasksRead(outside.openTasks()));
        fresh.inbox.add(runnersRead());
        fresh.decideAll(now());
        fresh.commit(store, checker);
        fresh.inbox.add(new Command.LoadComplete());
        outside.snapshot(fresh);
    }

    private void runnerStep(SimulatedRunner runner) {
        if (runner.crashed) {
            return;
        }
        switch (random.nextInt(5)) {
            case 0 -> sync(runner);
            case 1 -> claim(runner);
            case 2 -> give(runner);
            case 3 -> finish(runner);
            default -> {}
        }
    }

    private void sync(SimulatedRunner runner) {
        runner.sync();
        Work running = runner.running;
        if (running == null) {
            ring(new Command.SlotsFree(
                    Sample.RELAY,
                    List.of(new FreeSlot(runner.slot, runner.document.generation(), runner.syncNumber(), null))));
        } else if (!store.isCurrent(running.task(), running.attempt())) {
            runner.running = null;
        } else if (runner.stops.contains(running.attempt())) {
            report(runner, running, AttemptResult.STOPPED);
        }
    }

    /** First half of giving: the claim, for what was claimed before or else for what is offered (C1). */
    private void claim(SimulatedRunner runner) {
        Work before = runner.claimed;
        Work work = before != null && store.isCurrent(before.task(), before.attempt()) ? before : runner.offered;
        if (work == null || runner.running != null || runner.giving != null || runner.syncNumber() == 0) {
            return;
        }
        Report.StartClaimed claim = new Report.StartClaimed(
                work.task(),
                work.attempt(),
                runner.slot,
                runner.document.generation(),
                Sample.RELAY,
                runner.syncNumber());
        runner.offered = null;
        if (store.claim(claim)) {
            runner.giving = new Giving(work, runner.syncNumber());
            runner.document.isGiven(0, work.attempt());
        }
    }

    /** Second half: the task is read, and the answer goes out on that very sync, or is lost. */
    private void give(SimulatedRunner runner) {
        Giving giving = runner.giving;
        runner.giving = null;
        if (giving == null || giving.sync() != runner.syncNumber()) {
            return;
        }
        Work work = giving.work();
        if (!store.isCurrent(work.task(), work.attempt())) {
            return;
        }
        runner.claimed = work;
        ring(new Command.ReportsRead(store.reports()));
        if ((fair || random.nextInt(4) > 0) && runner.begun.add(work.attempt())) {
            checker.starts(work);
            runner.running = work;
        }
    }

    private void finish(SimulatedRunner runner) {
        if (runner.running != null && random.nextInt(3) == 0) {
            report(runner, runner.running, random.nextBoolean() ? AttemptResult.PASSED : AttemptResult.FAILED);
        }
    }

    private void report(SimulatedRunner runner, Work work, AttemptResult result) {
        if (store.isCurrent(work.task(), work.attempt())) {
            Report report = new Report.Finished(work.task(), work.attempt(), result, 0, null);
            if (store.append(report) && result == AttemptResult.PASSED) {
                checker.passed(work);
            }
            ring(new Command.ReportsRead(List.of(report)));
        }
        runner.running = null;
        runner.claimed = null;
    }

    private void restart(SimulatedRunner runner) {
        boolean otherHost = random.nextInt(3) == 0;
        Work work = runner.running;
        if (otherHost) {
            runner.running = null;
        }
        runner.restart();
        if (work != null && !otherHost) {
            report(runner, work, AttemptResult.INTERRUPTED);
        }
    }

    private void sweep() {
        leader.inbox.add(new Command.TasksRead(outside.openTasks()));
        leader.inbox.add(new Command.ReportsRead(store.reports()));
        leader.inbox.add(runnersRead());
        renewal++;
        leader.inbox.add(new Command.RelaysRead(List.of(new RelayReading(Sample.RELAY, renewal, outside.epochSeen()))));
        outside.snapshot(leader);
    }

    private void fairRound() {
        submit();
        runners.stream().filter(it -> it.crashed).forEach(this::restart);
        sweep();
        for (int i = 0; i < 3; i++) {
            leader.decideAll(now());
            leader.commit(store, checker);
            outside.performAll(leader);
        }
        for (SimulatedRunner runner : runners) {
            claim(runner);
            give(runner);
            finish(runner);
            sync(runner);
        }
    }

    private Command runnersRead() {
        return new Command.RunnersRead(
                runners.stream().map(it -> it.document.reading()).toList());
    }

    /** A message: it may be lost, or come twice. */
    private void ring(Command command) {
        int copies = fair ? 1 : random.nextInt(3);
        for (int i = 0; i < copies; i++) {
            leader.inbox.add(command);
        }
    }

    private Now now() {
        return Now.of(millis, Sample.START.plusMillis(millis));
    }
}
