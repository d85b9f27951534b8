package io.signalbox.scheduler.core.runner;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.SlotRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every runner that was heard of, in the order in which it was. */
public final class Fleet {
    private final Map<RunnerId, Runner> runners = new LinkedHashMap<>();
    private final Map<SlotRef, Set<AttemptId>> occupants = new HashMap<>();
    private final Map<PoolName, Runner.Profile> moulds = new HashMap<>();
    private final Map<Runner.Profile, Runner.Profile> kinds = new HashMap<>();
    private List<Runner> changed = new ArrayList<>();

    /** All of them. */
    public Collection<Runner> runners() {
        return runners.values();
    }

    /** The runner, if it was heard of. */
    public @Nullable Runner runner(RunnerId id) {
        return runners.get(id);
    }

    /** The slot, if it was heard of. */
    public @Nullable Slot slot(SlotRef ref) {
        Runner runner = runners.get(ref.runner());
        return runner == null ? null : runner.slot(ref.number());
    }

    /**
     * Takes over what was said of a runner, unless it is of an older generation (C4).
     *
     * @return the runner; null when the news are old
     */
    public @Nullable Runner learn(
            RunnerId id, Runner.Profile profile, Generation generation, Availability availability) {
        Runner known = runners.get(id);
        if (known == null) {
            Runner added = new Runner(this, id, profile, generation, availability);
            runners.put(id, added);
            added.changed();
            shareKind(added);
            return added;
        }
        if (generation.compareTo(known.generation()) < 0) {
            return null;
        }
        known.update(profile, generation, availability);
        shareKind(known);
        return known;
    }

    /** Runners that are alike share what they have in common, so that kinds can be told apart by identity. */
    private void shareKind(Runner runner) {
        runner.sharesAlike(kinds.computeIfAbsent(runner.alike(), kind -> kind));
        moulds.put(runner.profile().pool(), runner.alike());
    }

    /** A runner that is not there any more was like this. */
    public void recall(Runner.Profile profile) {
        moulds.putIfAbsent(profile.pool(), profile.nameless());
    }

    /** What the newest runner of each pool is, or was. */
    public Map<PoolName, Runner.Profile> moulds() {
        return Map.copyOf(moulds);
    }

    /** The attempt is live on the slot, which may not have been heard of yet. */
    public void occupy(SlotRef slot, AttemptId attempt) {
        occupants(slot).add(attempt);
        changed(slot);
    }

    /** The attempt is not live any more. */
    public void vacate(SlotRef slot, AttemptId attempt) {
        occupants(slot).remove(attempt);
        changed(slot);
    }

    Set<AttemptId> occupants(SlotRef slot) {
        return occupants.computeIfAbsent(slot, s -> new LinkedHashSet<>(2));
    }

    private void changed(SlotRef slot) {
        Runner runner = runners.get(slot.runner());
        if (runner != null) {
            runner.changed();
        }
    }

    void changed(Runner runner) {
        changed.add(runner);
    }

    /**
     * Every runner that came, went or changed, but for when it was heard of, since this was asked last: in the order in which each first did, once.
     * There is one who asks, again and again.
     */
    public List<Runner> takeChanged() {
        List<Runner> taken = changed;
        taken.forEach(Runner::taken);
        changed = new ArrayList<>();
        return taken;
    }

    /** Forgets a runner that has said goodbye and has no live attempt. */
    public void forget(Runner runner) {
        runner.changed();
        runners.remove(runner.id());
        runner.slots().forEach(slot -> occupants.remove(slot.ref()));
    }
}
