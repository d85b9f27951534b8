package io.signalbox.scheduler.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.signalbox.model.id.ProjectName;
import io.signalbox.model.policy.ProjectPolicy;
import io.signalbox.scheduler.core.limit.Policies;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.world.Sample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Projects share by weight, and nobody starves. */
class FairnessTest {
    private static final int DECISIONS = 10_000;
    private static final String[] PROJECTS = {"app", "ops", "web"};
    private static final long SHORT = 1_000;

    @Property(tries = 20)
    void sharesFollowTheWeights(
            @ForAll @IntRange(min = 1, max = 10) int app,
            @ForAll @IntRange(min = 1, max = 10) int ops,
            @ForAll @IntRange(min = 1, max = 10) int web) {
        Arena arena = weighted(app, ops, web);
        Map<String, Long> used = run(arena, task -> SHORT, 8);

        assertShares(used, app, ops, web);
    }

    /** Tasks of one project take ten times as long as those of another: the slot time is shared, not the number of tasks. */
    @Property(tries = 20)
    void sharesAreOfSlotTimeNotOfTasks(
            @ForAll @IntRange(min = 1, max = 4) int app,
            @ForAll @IntRange(min = 1, max = 4) int ops,
            @ForAll @IntRange(min = 1, max = 4) int web) {
        Arena arena = weighted(app, ops, web);
        Map<String, Long> used = run(arena, FairnessTest::length, 8);

        assertShares(used, app, ops, web);
    }

    /** The bound that {@code Level} states: ten tasks of higher levels for each point of difference, and one more point to be ahead. */
    @Property(tries = 30)
    void lowPriorityGoesAfterAStatedNumberOfOthers(
            @ForAll @IntRange(min = 0, max = 99) int low, @ForAll @IntRange(min = 1, max = 3) int waiting) {
        Arena arena = new Arena();
        arena.runner("default", 1, Sample.SHELL);
        TaskEntry last = arena.submit(Sample.terms().priority(low));
        for (int more = 1; more < waiting; more++) {
            last = arena.submit(Sample.terms().priority(low));
        }
        int others = 0;
        for (int bound = waiting * (10 * (101 - low) + 1); Arena.isQueued(last) && bound > 0; bound--) {
            arena.submit(Sample.terms().priority(100));
            arena.submit(Sample.terms().priority(100));
            List<Arena.Pair> pairs = arena.match();
            others += pairs.stream().anyMatch(pair -> pair.task().terms().priority() == 100) ? 1 : 0;
            pairs.forEach(pair -> arena.end(pair.task()));
        }
        assertThat(Arena.isQueued(last))
                .as("still waits after %d others", others)
                .isFalse();
    }

    @Property(tries = 30)
    void lowPriorityGoesAfterAStatedTime(@ForAll @IntRange(min = 0, max = 99) int low) {
        Arena arena = new Arena();
        arena.runner("default", 1, Sample.SHELL);
        TaskEntry task = arena.submit(Sample.terms().priority(low));
        for (int minute = 0; minute <= 101 - low; minute++) {
            arena.submit(Sample.terms().priority(100));
            arena.match().forEach(pair -> arena.end(pair.task()));
            arena.pass(60_000);
        }
        assertThat(Arena.isQueued(task)).isFalse();
    }

    private static Arena weighted(int... weights) {
        Arena arena = new Arena();
        Map<ProjectName, ProjectPolicy> policies = new HashMap<>();
        for (int project = 0; project < PROJECTS.length; project++) {
            policies.put(new ProjectName(PROJECTS[project]), new ProjectPolicy(weights[project], null));
        }
        arena.obey(new Policies(policies, Map.of()));
        return arena;
    }

    /** Every project always has something to run; says how much slot time each got. */
    private static Map<String, Long> run(Arena arena, ToLongFunction<TaskEntry> lengths, int slots) {
        Map<String, Long> used = new HashMap<>();
        Map<TaskEntry, Long> ends = new HashMap<>();
        for (String project : PROJECTS) {
            for (int task = 0; task < slots + 1; task++) {
                arena.submit(Sample.terms().project(project));
            }
        }
        arena.runner("default", slots, Sample.SHELL);
        for (int decisions = 0; decisions < DECISIONS; ) {
            for (Arena.Pair pair : arena.match()) {
                decisions++;
                long length = lengths.applyAsLong(pair.task());
                String project = pair.task().terms().project().value();
                ends.put(pair.task(), arena.millis() + length);
                used.merge(project, length, Long::sum);
                arena.submit(Sample.terms().project(project));
            }
            arena.pass(100);
            List<TaskEntry> over = arena.running().keySet().stream()
                    .filter(task -> ends.getOrDefault(task, 0L) <= arena.millis())
                    .toList();
            over.forEach(arena::end);
        }
        return used;
    }

    private static long length(TaskEntry task) {
        return task.terms().project().value().equals("app") ? 10 * SHORT : SHORT;
    }

    private static void assertShares(Map<String, Long> used, int... weights) {
        double all = used.values().stream().mapToLong(it -> it).sum();
        double sum = weights[0] + weights[1] + weights[2];
        for (int project = 0; project < PROJECTS.length; project++) {
            assertThat(used.getOrDefault(PROJECTS[project], 0L) / all)
                    .as(PROJECTS[project])
                    .isCloseTo(weights[project] / sum, within(0.05 * weights[project] / sum));
        }
    }
}
