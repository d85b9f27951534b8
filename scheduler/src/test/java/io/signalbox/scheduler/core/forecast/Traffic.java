package io.signalbox.scheduler.core.forecast;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.policy.PoolPolicy;
import io.signalbox.model.policy.ProjectPolicy;
import io.signalbox.model.policy.Strategy;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.Explanation;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.limit.Policies;
import io.signalbox.scheduler.core.task.Attempt;
import io.signalbox.scheduler.core.world.CoreScenario;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;

/**
 * Hours of traffic over the real core in virtual time: more tasks arrive than there are slots for, then fewer, and each that has to wait is asked
 * about when it comes. What was estimated is kept beside what became of it.
 */
final class Traffic {
    private static final int RUNNERS = 12;
    private static final int TASKS = 1_500;
    private static final String[] PROJECTS = {"app", "web", "ops"};

    private final Random random;
    private final Load load;
    private final CoreScenario scenario = CoreScenario.ready();
    private final PriorityQueue<Event> events = new PriorityQueue<>(
            Comparator.comparingLong(Event::at).thenComparingInt(Event::task).thenComparing(Event::ends));
    private final Map<Integer, Asked> asked = new HashMap<>();
    private final List<Estimate> estimates = new ArrayList<>();
    private final Map<Integer, Long> takes = new TreeMap<>();
    private long millis;

    /** What arrives. */
    enum Load {
        /** One project, one priority, tasks that take about equally long. */
        PLAIN,
        /** Three projects with weights 1, 2 and 4, tasks of 10 to 90 s that differ by half, two overlapping demands. */
        SHARED,
        /** The same with three priorities. */
        RANKED,
        /** The same as shared, with durations that follow no pattern: most are short, some very long. */
        WILD
    }

    private record Event(long at, int task, boolean ends) {}

    private record Asked(long at, long estimated) {}

    /** How long a task was said to wait, and how long it did, in seconds. */
    record Estimate(double said, double waited) {
        double error() {
            return Math.abs(said - waited) / waited;
        }
    }

    Traffic(Load load, long seed) {
        this.load = load;
        this.random = new Random(seed);
    }

    List<Estimate> run() {
        scenario.hears(new Command.PoliciesRead(new Policies(
                Map.of(
                        new ProjectName("app"), new ProjectPolicy(1, null),
                        new ProjectName("web"), new ProjectPolicy(2, null),
                        new ProjectName("ops"), new ProjectPolicy(4, null)),
                Map.of(PoolName.DEFAULT, new PoolPolicy(Strategy.SPREAD, null, Duration.ofSeconds(30), 0, null)))));
        for (int runner = 1; runner <= RUNNERS; runner++) {
            scenario.withRunner(runner, 2, runner % 3 == 0 ? "big" : "small", "linux");
        }
        arrivals();
        while (!events.isEmpty()) {
            Event next = events.remove();
            scenario.passes(next.at - millis);
            millis = next.at;
            if (next.ends) {
                end(next.task);
            } else {
                submit(next.task);
            }
            begin();
        }
        return estimates;
    }

    /** In waves: for a while half as many again as the slots can do, then half of it. */
    private void arrivals() {
        double at = 0;
        double usual = 50_000.0 / (2 * RUNNERS);
        for (int task = 1; task <= TASKS; task++) {
            double gap = task / 150 % 2 == 0 ? usual / 1.5 : usual * 2;
            at += -Math.log(1 - random.nextDouble()) * gap;
            events.add(new Event(Math.round(at), task, false));
        }
    }

    private void submit(int task) {
        int kind = random.nextInt(3);
        Sample.Terms terms = Sample.terms().createdAt(scenario.now().stamp());
        takes.put(task, duration(kind));
        switch (load) {
            case PLAIN -> terms.tags("linux", Sample.SHELL);
            case SHARED, WILD -> shared(terms, kind);
            case RANKED -> shared(terms, kind).priority(new int[] {30, 50, 70}[random.nextInt(3)]);
        }
        scenario.submits(task, terms);
        if (scenario.state(task) == TaskState.QUEUED) {
            Explanation explanation = scenario.explain(task);
            Instant start = explanation.estimatedStart();
            if (start != null) {
                asked.put(task, new Asked(millis, start.toEpochMilli()));
            }
        }
    }

    private Sample.Terms shared(Sample.Terms terms, int kind) {
        return terms.project(PROJECTS[kind]).tags(random.nextInt(4) == 0 ? "big" : "linux", Sample.SHELL);
    }

    private long duration(int kind) {
        return switch (load) {
            case PLAIN -> 45_000 + random.nextInt(10_000);
            case SHARED, RANKED -> Math.round(new int[] {10_000, 50_000, 90_000}[kind] * (0.5 + random.nextDouble()));
            case WILD -> Math.round(5_000 + -Math.log(1 - random.nextDouble()) * 45_000);
        };
    }

    /** Everything that was published starts at once. */
    private void begin() {
        List<Integer> started = scenario.effects(Effect.PublishAssignment.class).stream()
                .map(effect -> number(effect.assignment().task().value()))
                .toList();
        scenario.forgetEffects();
        for (int task : started) {
            scenario.starts(task);
            events.add(new Event(millis + takes.getOrDefault(task, 0L), task, true));
            Asked before = asked.remove(task);
            if (before != null && millis - before.at >= 10_000) {
                double said = (before.estimated - Sample.START.toEpochMilli() - 1_000_000 - before.at) / 1_000.0;
                estimates.add(new Estimate(said, (millis - before.at) / 1_000.0));
            }
        }
    }

    private void end(int task) {
        Attempt attempt = scenario.attempt(task);
        AttemptId id = attempt.id();
        scenario.finishes(task, AttemptResult.PASSED);
        scenario.slotIdles(
                number(attempt.slot().runner().value()), attempt.slot().number(), id);
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(id.length() - 8));
    }
}
