package io.signalbox.scheduler.core.view;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.scheduler.core.match.Demand;
import io.signalbox.scheduler.core.runner.Runner;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The runners of a snapshot by what they are, and which of these kinds fit a demand: found by its tags, without asking each. Runners that are
 * alike usually share their profile; where they do not, there are two kinds of them, which changes nothing.
 */
public final class Kinds {
    private static final BitSet NONE = new BitSet();

    private final List<Kind> all = new ArrayList<>();
    private final Map<String, BitSet> byTag = new HashMap<>();
    private final Map<PoolName, BitSet> byPool = new HashMap<>();
    private final Map<ProjectName, BitSet> byProject = new HashMap<>();
    private final BitSet servingAll = new BitSet();
    private final Map<Want, BitSet> known = new HashMap<>();

    /** The kinds of these runners. */
    public Kinds(List<RunnerView> runners) {
        IdentityHashMap<Runner.Profile, Kind> registered = new IdentityHashMap<>();
        for (RunnerView runner : runners) {
            Kind kind = registered.get(runner.alike());
            if (kind == null) {
                kind = register(runner.alike());
                registered.put(runner.alike(), kind);
            }
            kind.add(runner);
        }
    }

    /** Runners that no demand can tell apart. */
    public static final class Kind {
        private final Runner.Profile profile;
        private final List<RunnerView> runners = new ArrayList<>();
        private int serving;

        private Kind(Runner.Profile profile) {
            this.profile = profile;
        }

        /** What they have in common. */
        public Runner.Profile profile() {
            return profile;
        }

        /** Every one of them. */
        public List<RunnerView> runners() {
            return Collections.unmodifiableList(runners);
        }

        /** How many slots of them take tasks. */
        int serving() {
            return serving;
        }

        private void add(RunnerView runner) {
            runners.add(runner);
            serving += runner.serves() ? runner.slots() : 0;
        }
    }

    /**
     * What tells the kinds that fit from the others.
     *
     * @param pool the one that is wanted
     * @param otherPool another one that may be
     * @param tags that are required
     * @param project absent for one that no runner names
     */
    private record Want(
            @Nullable PoolName pool,
            @Nullable PoolName otherPool,
            List<String> tags,
            @Nullable ProjectName project) {}

    /** All of them, in the order of the first runner of each. */
    public List<Kind> all() {
        return Collections.unmodifiableList(all);
    }

    /** Those that fit, whomever the demand shuns: the same set for all demands that want the same, which must not be changed. */
    public BitSet fitting(Demand demand) {
        ProjectName project = byProject.containsKey(demand.project()) ? demand.project() : null;
        Want want = new Want(demand.pool(), demand.otherPool(), demand.tags(), project);
        return known.computeIfAbsent(want, this::find);
    }

    private BitSet find(Want want) {
        BitSet found = of(want.pool);
        if (want.otherPool != null) {
            found.or(of(want.otherPool));
        }
        for (String tag : want.tags) {
            if (tag.startsWith("!")) {
                found.andNot(byTag.getOrDefault(tag.substring(1), NONE));
            } else {
                found.and(byTag.getOrDefault(tag, NONE));
            }
        }
        BitSet serving = (BitSet) servingAll.clone();
        if (want.project != null) {
            serving.or(byProject.getOrDefault(want.project, NONE));
        }
        found.and(serving);
        return found;
    }

    private BitSet of(@Nullable PoolName pool) {
        if (pool != null) {
            return (BitSet) byPool.getOrDefault(pool, NONE).clone();
        }
        BitSet every = new BitSet();
        every.set(0, all.size());
        return every;
    }

    /** The kinds in {@code which}. */
    public List<Kind> in(BitSet which) {
        return which.stream().mapToObj(all::get).toList();
    }

    /** How many slots of these kinds take tasks. */
    public int serving(BitSet which) {
        int slots = 0;
        for (int kind = which.nextSetBit(0); kind >= 0; kind = which.nextSetBit(kind + 1)) {
            slots += all.get(kind).serving();
        }
        return slots;
    }

    private Kind register(Runner.Profile profile) {
        int number = all.size();
        Kind kind = new Kind(profile);
        all.add(kind);
        profile.tags()
                .forEach(tag -> byTag.computeIfAbsent(tag, it -> new BitSet()).set(number));
        byPool.computeIfAbsent(profile.pool(), it -> new BitSet()).set(number);
        profile.projects()
                .forEach(project ->
                        byProject.computeIfAbsent(project, it -> new BitSet()).set(number));
        servingAll.set(number, profile.projects().isEmpty());
        return kind;
    }
}
