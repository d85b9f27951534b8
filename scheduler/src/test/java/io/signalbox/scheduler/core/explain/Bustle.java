package io.signalbox.scheduler.core.explain;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.policy.PoolPolicy;
import io.signalbox.model.policy.ProjectPolicy;
import io.signalbox.model.policy.Strategy;
import io.signalbox.model.spec.Concurrency;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.Explanation;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.runner.Availability;
import io.signalbox.scheduler.core.task.Attempt;
import io.signalbox.scheduler.core.world.CoreScenario;
import io.signalbox.scheduler.core.world.ModelRunner;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Everything that may happen to a queue and its runners, in an order that follows from a seed. */
final class Bustle {
    private static final int RUNNERS = 5;
    private static final String[] TAGS = {"linux", "gpu", "!gpu"};
    private static final String[] PROJECTS = {"app", "web"};
    private static final String[] POOLS = {"default", "big"};
    private static final Availability[] AVAILABILITIES = Availability.values();

    private final CoreScenario scenario = CoreScenario.ready().relayRenews().relayRenews();
    private final Random random;
    private final List<Integer> known = new ArrayList<>();
    private int submitted;

    Bustle(long seed) {
        random = new Random(seed);
    }

    /** One thing happens. */
    void step() {
        switch (random.nextInt(16)) {
            case 0 -> runnerComes();
            case 1 -> scenario.watches(Duration.ofSeconds(random.nextInt(100)));
            case 2 -> limits();
            case 3, 4, 5, 6, 7 -> submit();
            case 8, 9 -> oneThatIs(TaskState.ASSIGNED, scenario::starts);
            case 10, 11 -> oneThatIs(TaskState.RUNNING, this::finish);
            case 12 -> oneThatIs(TaskState.QUEUED, scenario::cancels);
            case 13 -> runnerChanges();
            case 14 -> scenario.checks().withdraws();
            default -> scenario.waits(Duration.ofSeconds(random.nextInt(10))).relayAnswers();
        }
    }

    /** What each task, and one of each kind that is not submitted, would be told. */
    List<Explanation> explanations() {
        List<Explanation> told = new ArrayList<>();
        IntStream.rangeClosed(1, submitted).mapToObj(scenario::explain).forEach(told::add);
        for (String project : PROJECTS) {
            told.add(scenario.preview(Sample.terms().project(project)));
            told.add(scenario.preview(Sample.terms().project(project).tags("gpu", Sample.SHELL)));
            told.add(
                    scenario.preview(Sample.terms().project(project).pool("big").priority(90)));
        }
        return told;
    }

    private void submit() {
        Sample.Terms terms = Sample.terms()
                .createdAt(scenario.now().stamp())
                .project(any(PROJECTS))
                .priority(10 + 40 * random.nextInt(3));
        if (random.nextBoolean()) {
            terms.tags(any(TAGS), Sample.SHELL);
        }
        switch (random.nextInt(6)) {
            case 0 -> terms.concurrency("key", 1 + random.nextInt(2), Concurrency.Policy.QUEUE);
            case 1 -> terms.pool(any(POOLS)).fallbackTo(Duration.ofSeconds(30), any(POOLS));
            case 2 -> terms.requeueWhenLost();
            case 3 -> terms.notBefore(scenario.now().stamp().plusSeconds(random.nextInt(60)));
            default -> {}
        }
        scenario.submits(++submitted, terms);
    }

    private void limits() {
        if (random.nextBoolean()) {
            scenario.obeys(
                    new ProjectName(any(PROJECTS)), new ProjectPolicy(1 + random.nextInt(3), 1 + random.nextInt(3)));
        } else {
            scenario.obeys(
                    new PoolName(any(POOLS)),
                    new PoolPolicy(any(Strategy.values()), 1 + random.nextInt(4), Duration.ofSeconds(30), 0, null));
        }
    }

    private void finish(int task) {
        Attempt attempt = scenario.attempt(task);
        AttemptResult result = any(AttemptResult.values());
        scenario.finishes(task, result, result == AttemptResult.FAILED ? 1 : null);
        Integer runner = runnerOf(attempt);
        if (runner != null && random.nextInt(4) > 0) {
            scenario.slotIdles(runner, attempt.slot().number(), attempt.id());
        }
    }

    private void runnerComes() {
        int number = 1 + random.nextInt(RUNNERS);
        if (!known.contains(number)) {
            known.add(number);
            String tag = random.nextBoolean() ? "gpu" : "linux";
            ModelRunner runner = new ModelRunner(Sample.runner(number), 1 + random.nextInt(2), tag).in(any(POOLS));
            scenario.withRunner(number, random.nextInt(4) == 0 ? runner.serving("web") : runner);
        }
    }

    private void runnerChanges() {
        if (known.isEmpty()) {
            return;
        }
        ModelRunner runner = scenario.runner(known.get(random.nextInt(known.size())));
        switch (random.nextInt(4)) {
            case 0 -> runner.tagged(random.nextBoolean() ? "gpu" : "linux");
            case 1 -> runner.registersAnew().beginsSlot(0, null).beginsSlot(1, null);
            default -> runner.is(any(AVAILABILITIES));
        }
        scenario.readsRunners();
    }

    private @Nullable Integer runnerOf(Attempt attempt) {
        return known.stream()
                .filter(number -> Sample.runner(number).equals(attempt.slot().runner()))
                .filter(number -> scenario.runner(number).generation().equals(attempt.generation()))
                .findFirst()
                .orElse(null);
    }

    private void oneThatIs(TaskState state, IntConsumer happening) {
        List<Integer> found = IntStream.rangeClosed(1, submitted)
                .filter(task -> scenario.state(task) == state)
                .boxed()
                .toList();
        if (!found.isEmpty()) {
            happening.accept(found.get(random.nextInt(found.size())));
        }
    }

    private <T> T any(T[] of) {
        return of[random.nextInt(of.length)];
    }
}
