package io.signalbox.scheduler.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.policy.PoolPolicy;
import io.signalbox.model.policy.ProjectPolicy;
import io.signalbox.model.policy.Strategy;
import io.signalbox.model.spec.Concurrency;
import io.signalbox.model.spec.Fallback;
import io.signalbox.scheduler.core.limit.Policies;
import io.signalbox.scheduler.core.runner.Slot;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The matcher decides, decision by decision, what a slow and obvious one does. */
class AgreementTest {
    private static final String[] TAGS = {"linux", "mac", "gpu"};
    private static final String[] PROJECTS = {"app", "web", "ops"};
    private static final String[] POOLS = {"default", "big"};
    private static final int[] PRIORITIES = {10, 50, 90};

    private Arena arena = new Arena();
    private ReferenceScheduler reference = new ReferenceScheduler();
    private Random random = new Random(0);
    private final List<TaskEntry> submitted = new ArrayList<>();

    @Property(tries = 500)
    void everyDecisionIsTheOneThatTheRulesSay(@ForAll long seed) {
        arena = new Arena();
        reference = new ReferenceScheduler();
        random = new Random(seed);
        submitted.clear();
        for (int step = 0; step < 60; step++) {
            act();
            List<Arena.Pair> decided = arena.match();
            assertThat(decided).isEqualTo(reference.match(arena.millis()));
            assertNothingIsLeft();
            assertWhatWaitsIsSeen();
        }
    }

    private void act() {
        arena.pass(random.nextInt(20_000));
        switch (random.nextInt(10)) {
            case 0 -> runner();
            case 1 -> obey();
            case 2, 3, 4 -> IntStream.range(0, random.nextInt(6)).forEach(it -> submit());
            case 5 -> submitted.stream().filter(Arena::isQueued).findFirst().ifPresent(this::cancel);
            case 6, 7 ->
                submitted.stream()
                        .filter(task -> Arena.isQueued(task) && task.widensAt() != Long.MAX_VALUE)
                        .findFirst()
                        .ifPresent(arena::widen);
            default -> List.copyOf(arena.running().keySet()).stream().limit(3).forEach(this::end);
        }
    }

    /** Work conservation: no free slot stands beside a task that may run on it. */
    private void assertNothingIsLeft() {
        assertThat(reference.match(arena.millis())).isEmpty();
    }

    /** What is kept of each group at a glance is what is to be seen of its tasks. */
    private void assertWhatWaitsIsSeen() {
        Map<WaitingQueue.Sort, List<TaskEntry>> groups = reference.waiting();
        assertThat(arena.waiting()).hasSameSizeAs(groups.keySet());
        for (Waiting seen : arena.waiting()) {
            List<TaskEntry> tasks =
                    groups.getOrDefault(new WaitingQueue.Sort(seen.demand(), seen.priority()), List.of());
            assertThat(seen.tasks()).isEqualTo(tasks.size());
            if (tasks.stream().allMatch(task -> task.terms().concurrency() == null)) {
                LongSummaryStatistics since =
                        tasks.stream().mapToLong(TaskEntry::waitsSince).summaryStatistics();
                assertThat(seen.ready()).isEqualTo(tasks.size());
                assertThat(seen.oldest()).isEqualTo(since.getMin());
                assertThat(seen.newest()).isEqualTo(since.getMax());
            }
        }
    }

    private void runner() {
        String pool = POOLS[random.nextInt(2)];
        List<Slot> slots = arena.runner(pool, 1 + random.nextInt(3), TAGS[random.nextInt(3)], pool);
        slots.forEach(reference::offer);
    }

    private void obey() {
        Policies policies = new Policies(
                Map.of(
                        new ProjectName("app"),
                        new ProjectPolicy(1 + random.nextInt(5), 1 + random.nextInt(3)),
                        new ProjectName("web"),
                        new ProjectPolicy(1 + random.nextInt(5), null)),
                Map.of(
                        new PoolName("big"),
                        new PoolPolicy(Strategy.PACK, 1 + random.nextInt(4), Duration.ofSeconds(30), 0, null)));
        arena.obey(policies);
        reference.obey(policies);
    }

    private void submit() {
        Sample.Terms terms = Sample.terms()
                .project(PROJECTS[random.nextInt(3)])
                .priority(PRIORITIES[random.nextInt(3)])
                .tags(random.nextBoolean() ? TAGS[random.nextInt(3)] : "!" + TAGS[random.nextInt(3)]);
        if (random.nextInt(3) == 0) {
            terms.concurrency("key-" + random.nextInt(2), 1 + random.nextInt(2), Concurrency.Policy.QUEUE);
        }
        if (random.nextInt(3) == 0) {
            terms.pool(POOLS[random.nextInt(2)]).fallback(fallback());
        }
        TaskEntry task = arena.submit(terms);
        submitted.add(task);
        reference.submit(task);
    }

    private Fallback fallback() {
        return switch (random.nextInt(3)) {
            case 0 -> new Fallback(Duration.ofMinutes(1), List.of(TAGS[random.nextInt(3)]));
            case 1 -> new Fallback(Duration.ofMinutes(1), null, new PoolName(POOLS[random.nextInt(2)]));
            default ->
                new Fallback(
                        Duration.ofMinutes(1),
                        List.of(TAGS[random.nextInt(3)]),
                        new PoolName(POOLS[random.nextInt(2)]));
        };
    }

    private void cancel(TaskEntry task) {
        arena.cancel(task);
        reference.cancel(task);
    }

    private void end(TaskEntry task) {
        arena.end(task);
        reference.end(task, arena.millis());
    }
}
