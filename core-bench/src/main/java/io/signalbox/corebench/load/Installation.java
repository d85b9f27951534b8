package io.signalbox.corebench.load;

import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.policy.PoolPolicy;
import io.signalbox.model.policy.ProjectPolicy;
import io.signalbox.model.policy.Strategy;
import io.signalbox.model.spec.OnLost;
import io.signalbox.model.spec.RetryPolicy;
import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.core.limit.Policies;
import io.signalbox.scheduler.core.runner.Availability;
import io.signalbox.scheduler.core.runner.Fleet;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.runner.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** 400 kinds of runners in 8 pools; 8 projects of different weights, one with a cap; 200 tag sets with 3 priorities. */
public final class Installation {
    /** How many different tag sets tasks ask for. */
    public static final int TAG_SETS = 200;

    /** How many kinds of tasks there are: tag set, project and priority. */
    public static final int KINDS_OF_TASKS = TAG_SETS * 8 * 3;

    private static final int PROJECTS = 8;
    private static final int POOLS = 8;
    private static final int KINDS = 400;
    private static final int SYSTEMS = 4;
    private static final int SIZES = 10;
    private static final int FEATURES = 5;
    private static final int[] PRIORITIES = {50, 20, 80};

    private Installation() {}

    /** Weights of all projects, a cap for one of them and for one pool, and packing in another. */
    public static Policies policies() {
        Map<ProjectName, ProjectPolicy> projects = new HashMap<>();
        for (int project = 0; project < PROJECTS; project++) {
            projects.put(project(project), new ProjectPolicy(project + 1, project == 0 ? 500 : null));
        }
        return new Policies(
                projects,
                Map.of(
                        pool(0),
                        new PoolPolicy(Strategy.SPREAD, 1_000, Duration.ofSeconds(30), 0, null),
                        pool(1),
                        new PoolPolicy(Strategy.PACK, null, Duration.ofSeconds(30), 0, null)));
    }

    /** So many runners with one slot each, as evenly of each kind as can be. */
    public static List<Slot> slots(int count) {
        Fleet fleet = new Fleet();
        List<Slot> slots = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            RunnerId id = new RunnerId("00000000-0000-4000-8000-%012d".formatted(number));
            Runner runner = Objects.requireNonNull(
                    fleet.learn(id, profile(number), new Generation(1), Availability.OPEN), "a new runner");
            slots.add(runner.knownSlot(0));
        }
        return slots;
    }

    /** What the task of this number asks for. */
    public static TaskTerms terms(int number) {
        int kind = Math.floorMod(number * 31, KINDS_OF_TASKS);
        return new TaskTerms(
                project(kind / TAG_SETS % PROJECTS),
                null,
                tags(kind % TAG_SETS),
                PRIORITIES[kind / TAG_SETS / PROJECTS],
                Instant.EPOCH,
                null,
                Duration.ofHours(24),
                Duration.ofHours(1),
                Duration.ofSeconds(10),
                RetryPolicy.NONE,
                OnLost.FAIL,
                null,
                null);
    }

    static Runner.Profile profile(int number) {
        int kind = number % KINDS;
        int first = kind / (SYSTEMS * SIZES) % FEATURES;
        int second = (first + 1 + kind / (SYSTEMS * SIZES * FEATURES)) % FEATURES;
        PoolName pool = pool(kind % POOLS);
        return new Runner.Profile(
                "runner-" + number,
                pool,
                List.of(
                        "os=" + kind % SYSTEMS,
                        "size=" + kind / SYSTEMS % SIZES,
                        "feature-" + first,
                        "feature-" + second,
                        "executor:shell",
                        pool.value()),
                List.of());
    }

    /** Some ask for a system alone, some for two things, most for three: the more that is asked, the fewer kinds fit. */
    private static List<String> tags(int set) {
        var tags = new TreeSet<String>();
        tags.add("executor:shell");
        if (set < SYSTEMS) {
            tags.add("os=" + set);
        } else if (set < SYSTEMS + SIZES * FEATURES) {
            int pair = set - SYSTEMS;
            tags.add("size=" + pair % SIZES);
            tags.add("feature-" + pair / SIZES);
        } else {
            int triple = set - SYSTEMS - SIZES * FEATURES;
            tags.add("os=" + triple % SYSTEMS);
            tags.add("size=" + triple / SYSTEMS % SIZES);
            tags.add("feature-" + triple / (SYSTEMS * SIZES));
        }
        return List.copyOf(tags);
    }

    private static ProjectName project(int number) {
        return new ProjectName("project-" + number);
    }

    private static PoolName pool(int number) {
        return new PoolName("pool-" + number);
    }
}
