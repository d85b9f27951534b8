package io.signalbox.scheduler.simulation.world;

import io.signalbox.model.message.SchedulerCommand.TaskSubmitted.SubmittedTask;
import io.signalbox.model.spec.OnLost;
import io.signalbox.model.spec.RetryPolicy;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.runner.Protocol;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.core.world.Sample;
import io.signalbox.scheduler.simulation.Fault;
import io.signalbox.scheduler.simulation.check.Checker;
import io.signalbox.scheduler.simulation.world.SimSlot.Work;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One history: a step for each seed, with faults; then fair rounds without, until every task has ended. The same seeds give the same history,
 * and each step is its own seed's alone, so that a history from which steps were taken out is one, too.
 */
public final class History {
    private static final String GPU = "gpu";
    private static final int TASKS = 6;
    private static final int RUNNERS = 3;
    private static final int KINDS = 14;
    /** A long task takes so many times the time of another. */
    private static final int LONG = 8;

    private static final int MOST_SCHEDULER_STEPS = 10;
    private static final int FAIR_ROUNDS = 1_200;
    private static final long AFTER_SECONDS = 16;
    /** An official agent that is idle is restarted after so many fair rounds; what it had lost would wait for more than an hour (C10). */
    private static final int RESTARTED_EACH = 100;

    private final Checker checker = new Checker();
    private final World world;
    private final Field field;
    /** Which scheduler gets the hints. */
    private int active;

    private int submitted;
    private int relaysBorn;
    private int schedulersBorn;

    /**
     * @param kinds which kinds of rare trouble may come, one in each bit
     * @param story is told what happens
     */
    public History(Fault fault, long kinds, Consumer<Supplier<String>> story) {
        world = new World(fault, kinds, checker, story);
        field = new Field(world);
        for (int number = 1; number <= RUNNERS; number++) {
            SimRunner runner = new SimRunner(
                    number,
                    number == RUNNERS ? Protocol.OFFICIAL : Protocol.OURS,
                    number == 2 ? 2 : 1,
                    number == 1 ? List.of(Sample.SHELL, GPU) : List.of(Sample.SHELL));
            world.runners.add(runner);
            checker.registers(runner.id, runner.generation(), runner.tags());
            runner.slots.forEach(slot -> slot.contactAt = world.millis());
        }
        bearRelay();
        bearRelay();
        bearScheduler();
        bearScheduler();
    }

    /** What it sees. */
    public Checker checker() {
        return checker;
    }

    /** Runs it to the end; what is violated is thrown. */
    public void run(long... steps) {
        for (long seed : steps) {
            world.weather.next(seed);
            world.weather.storeComesBack(world.millis());
            world.passes(world.weather.draw(100) == 0 ? world.weather.draw(5_000) : world.weather.draw(150));
            guards();
            world.tasks.mayHappenLate();
            step();
        }
        world.weather.clearUp();
        checker.clearsUp();
        world.tasks.happensLate();
        for (int round = 0; round < FAIR_ROUNDS && !isOver(); round++) {
            world.weather.next(round);
            world.passes(1_000);
            fairRound(round);
        }
        for (int round = 0; round < 5; round++) {
            world.passes(1_000);
            fairRound(round);
        }
        checker.ends(
                world.truth.all(),
                world.feedTruth.keys().stream()
                        .filter(key -> !key.startsWith("epoch"))
                        .toList(),
                submitted);
    }

    /** Everything that became of it. */
    public String outcome() {
        return world.truth.all() + " " + world.feedTruth.keys() + " " + world.millis();
    }

    private boolean isOver() {
        return submitted == TASKS
                && world.truth.all().stream()
                        .allMatch(task -> task.status().state().isTerminal())
                && world.reportTruth.scan(null, 1).isEmpty()
                && world.truth.outboxes().leftBehind(1).isEmpty();
    }

    private void step() {
        switch (world.weather.draw(30)) {
            case 0 -> submit();
            case 1, 2, 3, 4, 5, 6, 7, 8, 9 -> schedulerSteps(world.schedulers.get(world.weather.draw(2)));
            case 10 -> world.schedulers.get(active).hinted();
            case 11, 12, 13, 14, 15, 16, 17 -> runnerStep(world.runners.get(world.weather.draw(RUNNERS)));
            case 18, 19, 20, 21, 22, 23 -> relayStep();
            case 24, 25, 26, 27, 28 -> runnerStep(world.runners.get(world.weather.draw(RUNNERS)));
            default -> rarely();
        }
    }

    /** It is fast, compared with runners: it stops after any step, but mostly after some. */
    private void schedulerSteps(SimScheduler scheduler) {
        for (int more = world.weather.draw(MOST_SCHEDULER_STEPS); more >= 0; more--) {
            scheduler.step();
        }
    }

    private void rarely() {
        int kind = world.weather.draw(KINDS);
        SimRunner runner = world.runners.get(world.weather.draw(RUNNERS));
        if (!world.weather.has(kind)) {
            comeBack(runner);
            return;
        }
        switch (kind) {
            case 0 -> field.crash(runner);
            case 1, 2 -> runner.cutUntil = world.millis() + world.weather.draw(runner.isOfficial() ? 200_000 : 100_000);
            case 3 -> runner.slots.forEach(slot -> slot.heedless |= slot.running != null);
            case 4 -> cancel();
            case 5 -> world.schedulers.get(world.weather.draw(2)).pause(world.weather.draw(25_000));
            case 6 -> {
                world.schedulers.remove(world.weather.draw(2));
                bearScheduler();
            }
            case 7 -> active = 1 - active;
            case 8 -> killRelay();
            case 9 -> world.relays.clear();
            case 10 -> cutOff();
            case 11 -> world.weather.storeGoesAway(world.millis() + world.weather.draw(12_000));
            default -> world.tasks.happensLate();
        }
    }

    private void submit() {
        if (submitted == TASKS) {
            return;
        }
        submitted++;
        Sample.Terms terms = Sample.terms().createdAt(world.instant());
        int kind = world.weather.draw(5);
        switch (kind) {
            case 0 -> terms.retry(3, RetryPolicy.Cause.FAILED).onLost(policy(OnLost.Policy.FAIL));
            case 1, 2 -> terms.onLost(policy(OnLost.Policy.REQUEUE));
            case 3 -> terms.timeout(Duration.ofSeconds(5)).onLost(policy(OnLost.Policy.FAIL));
            default -> terms.tags(Sample.SHELL, GPU).onLost(policy(OnLost.Policy.FAIL));
        }
        insert(submitted, terms);
        if (world.weather.strikes(5)) {
            insert(world.weather.is(Fault.REPEAT_IS_ANOTHER_TASK) ? submitted + 1_000 : submitted, terms);
        }
    }

    /** A client that got no answer repeats its submission: the same key makes the same id. */
    private void insert(int number, Sample.Terms terms) {
        if (world.truth.read(List.of(Sample.task(number))).isEmpty()) {
            world.truth.insert(Sample.task(number), terms.build());
        }
        world.tellLeader(new Command.TasksSubmitted(List.of(new SubmittedTask(Sample.task(number), terms.build()))));
    }

    private static OnLost policy(OnLost.Policy policy) {
        return new OnLost(policy, Duration.ofSeconds(AFTER_SECONDS), 2);
    }

    private void cancel() {
        if (submitted == 0) {
            return;
        }
        int number = 1 + world.weather.draw(submitted);
        Report wish = new Report.CancelWanted(Sample.task(number), world.instant());
        if (!world.task(wish.task()).status().state().isTerminal()) {
            checker.cancels(wish.task());
        }
        world.say(() -> "cancel wanted of " + wish.task());
        world.reportTruth.append(wish);
        world.tellLeader(new Command.ReportsRead(List.of(wish)));
    }

    private void comeBack(SimRunner runner) {
        if (runner.crashed || runner.gone) {
            boolean sameHost = world.weather.draw(3) > 0 && !runner.isOfficial();
            boolean gpu = runner.tags().contains(GPU) != (world.weather.draw(4) == 0);
            field.register(runner, sameHost, gpu ? List.of(Sample.SHELL, GPU) : List.of(Sample.SHELL));
        }
    }

    /** Work without contact is killed before anybody else may begin it (C9). */
    private void guards() {
        world.runners.stream().flatMap(runner -> runner.slots.stream()).forEach(this::guard);
    }

    private void guard(SimSlot slot) {
        Work work = slot.running;
        if (work != null && world.isGuarded(work) && slot.isKilled(world.millis())) {
            checker.stopped(work.attempt());
            slot.ended = AttemptResult.INTERRUPTED;
        }
    }

    private void runnerStep(SimRunner runner) {
        if (!runner.isThere(world.millis()) || world.relays.isEmpty()) {
            return;
        }
        SimRelay relay = world.relays.stream()
                .filter(it -> it.id.equals(runner.relay()))
                .filter(_ -> !world.weather.strikes(10))
                .findFirst()
                .orElseGet(() -> world.relays.get(world.weather.draw(world.relays.size())));
        SimSlot slot = runner.slots.get(world.weather.draw(runner.slots.size()));
        switch (world.weather.draw(14)) {
            case 0, 1, 2, 3, 12, 13 -> field.sync(slot, relay);
            case 4, 5, 6, 7, 8, 9 -> nextOf(slot, relay);
            case 10 -> work(slot);
            default -> {
                if (world.weather.strikes(runner.isBusy() ? 32 : 8)) {
                    field.leave(runner, relay);
                }
            }
        }
    }

    /** A slot at work has nothing to wait for but the next sync; without contact its work would soon be over (C9). */
    private void nextOf(SimSlot slot, SimRelay relay) {
        if (slot.running != null) {
            field.sync(slot, relay);
        } else if (world.weather.draw(2) == 0) {
            field.claim(slot, relay);
        } else {
            field.give(slot, relay);
        }
    }

    /** What may be tried elsewhere takes long: long enough for another to begin beside it, were there nothing against that (C9). */
    private void work(SimSlot slot) {
        Work work = slot.running;
        if (work != null && (!world.mayBeTriedElsewhere(work) || world.weather.draw(LONG) == 0)) {
            field.works(slot);
        }
    }

    private void relayStep() {
        if (world.relays.size() < 2 && world.weather.draw(15) == 0) {
            bearRelay();
        }
        if (world.relays.isEmpty()) {
            return;
        }
        SimRelay relay = world.relays.get(world.weather.draw(world.relays.size()));
        if (relay.hasMail()) {
            field.hear(relay);
        } else if (world.weather.draw(2) == 0) {
            relay.renew();
        } else if (world.weather.draw(2) == 0) {
            field.poll(relay);
        } else {
            field.snapshot(relay);
        }
    }

    /** A relay does not reach the store for a while, though everybody else does. */
    private void cutOff() {
        if (!world.relays.isEmpty()) {
            world.relays.get(world.weather.draw(world.relays.size())).cutUntil =
                    world.millis() + world.weather.draw(100_000);
        }
    }

    private void killRelay() {
        if (!world.relays.isEmpty()) {
            world.relays.remove(world.weather.draw(world.relays.size()));
        }
    }

    private void bearRelay() {
        if (world.relays.size() < 2) {
            relaysBorn++;
            world.relays.add(new SimRelay(relaysBorn, world.weather));
        }
    }

    private void bearScheduler() {
        schedulersBorn++;
        world.schedulers.add(new SimScheduler(world, "s-" + schedulersBorn, schedulersBorn * 1_000_003L));
    }

    private void fairRound(int round) {
        bearRelay();
        submit();
        world.runners.forEach(runner -> {
            runner.cutUntil = 0;
            runner.slots.forEach(this::heeds);
            comeBack(runner);
        });
        SimRunner able = world.runners.getFirst();
        if (!able.tags().contains(GPU)) {
            field.register(able, true, List.of(Sample.SHELL, GPU));
        }
        world.schedulers.forEach(SimScheduler::fairRound);
        if (round == 0) {
            world.schedulers.get(active).hinted();
        }
        world.relays.forEach(this::fairRelay);
        SimRelay relay = world.relays.getFirst();
        for (SimRunner runner : world.runners) {
            runner.slots.forEach(slot -> fairSlot(slot, relay));
            if (runner.isOfficial() && !runner.isBusy() && round % RESTARTED_EACH == RESTARTED_EACH - 1) {
                field.leave(runner, relay);
            }
        }
    }

    /** In the end only what somebody wants stopped goes on without heeding it. */
    private void heeds(SimSlot slot) {
        Work work = slot.running;
        slot.heedless &= work != null && world.isToldToStop(work.task());
    }

    private void fairSlot(SimSlot slot, SimRelay relay) {
        field.claim(slot, relay);
        field.give(slot, relay);
        field.works(slot);
        field.sync(slot, relay);
    }

    private void fairRelay(SimRelay relay) {
        relay.cutUntil = 0;
        relay.renew();
        while (relay.hasMail()) {
            field.hear(relay);
        }
        field.poll(relay);
        field.snapshot(relay);
    }
}
