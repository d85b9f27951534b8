package io.signalbox.scheduler.core.match;

import io.signalbox.model.id.PoolName;
import io.signalbox.scheduler.core.limit.Limits;
import io.signalbox.scheduler.core.runner.Runner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The classes that runners fall into, numbered in the order in which they became known. None is ever given up. */
final class RunnerClasses {
    private final Limits limits;
    private final Consumer<RunnerClass> found;
    private final Map<Runner.Profile, RunnerClass> classes = new HashMap<>();
    /** The fleet lets those that are alike share one profile: most are recognised without being compared. */
    private final IdentityHashMap<Runner.Profile, RunnerClass> recognised = new IdentityHashMap<>();

    private final List<RunnerClass> byNumber = new ArrayList<>();
    private final Map<PoolName, Pool> pools = new HashMap<>();
    private final Set<String> singledOut = new HashSet<>();

    /** {@code found} is told of each new class. */
    RunnerClasses(Limits limits, Consumer<RunnerClass> found) {
        this.limits = limits;
        this.found = found;
    }

    /** All of them, by number. */
    List<RunnerClass> all() {
        return byNumber;
    }

    /** The class of a runner. */
    RunnerClass of(Runner runner) {
        if (!singledOut.isEmpty() && singledOut.contains(runner.profile().name())) {
            return of(runner.profile());
        }
        return recognised.computeIfAbsent(runner.alike(), this::of);
    }

    private RunnerClass of(Runner.Profile profile) {
        RunnerClass known = classes.get(profile);
        if (known == null) {
            known = new RunnerClass(byNumber.size(), profile, pools.computeIfAbsent(profile.pool(), this::pool));
            classes.put(profile, known);
            byNumber.add(known);
            found.accept(known);
        }
        return known;
    }

    /**
     * A demand can tell the runner of this name from those that are like it: it becomes a class of its own.
     *
     * @return whether it was not one before
     */
    boolean singleOut(String name) {
        return singledOut.add(name);
    }

    /** Strategies were read anew. */
    void follow() {
        pools.values().forEach(this::follow);
    }

    private Pool pool(PoolName name) {
        Pool pool = new Pool(name, limits.of(name), byNumber);
        follow(pool);
        return pool;
    }

    private void follow(Pool pool) {
        pool.follow(limits.policies().of(pool.name()).strategy());
    }
}
