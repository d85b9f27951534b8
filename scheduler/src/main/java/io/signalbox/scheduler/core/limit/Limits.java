package io.signalbox.scheduler.core.limit;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.core.runner.Slot;
import io.signalbox.scheduler.core.task.Attempt;
import io.signalbox.scheduler.core.task.TaskEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who has taken what part of which limit. A task takes its part when it is given a slot and gives it back when its attempt ends. */
public final class Limits {
    private final Map<ProjectName, Cap> projects = new HashMap<>();
    private final Map<PoolName, Cap> pools = new HashMap<>();
    private final Map<KeyName, ConcurrencyKey> keys = new HashMap<>();
    private final Map<TaskId, Part> taken = new HashMap<>();
    private final LostHolders lost = new LostHolders();
    private Policies policies = Policies.NONE;

    /**
     * What a task with a live attempt has taken.
     *
     * @param project that of its project
     * @param pool that of the pool where it runs
     * @param key its concurrency key
     * @param attempt the live one
     * @param losses how many of its attempts were lost before
     */
    private record Part(Cap project, Cap pool, @Nullable KeyName key, Attempt attempt, int losses) {}

    /** What operators decided, as it was read last. */
    public Policies policies() {
        return policies;
    }

    /** Policies were read anew. */
    public void obey(Policies newPolicies) {
        policies = newPolicies;
        projects.forEach((name, cap) -> cap.limit(policies.of(name).cap()));
        pools.forEach((name, cap) -> cap.limit(policies.of(name).cap()));
    }

    /** Every project whose tasks were waited for or run so far. */
    public Set<ProjectName> projects() {
        return Set.copyOf(projects.keySet());
    }

    /** The cap of a project. */
    public Cap of(ProjectName project) {
        return projects.computeIfAbsent(project, name -> cap(policies.of(name).cap()));
    }

    /** The cap of a pool. */
    public Cap of(PoolName pool) {
        return pools.computeIfAbsent(pool, name -> cap(policies.of(name).cap()));
    }

    /** The concurrency key of a task that has joined it; null when it has none. */
    public @Nullable ConcurrencyKey keyOf(TaskEntry task) {
        return keyOf(task.terms());
    }

    /** The concurrency key of tasks with these terms; null when they have none, or no such task is known. */
    public @Nullable ConcurrencyKey keyOf(TaskTerms terms) {
        KeyName name = KeyName.of(terms);
        return name == null ? null : keys.get(name);
    }

    /** The task counts among those with its key: it waits for a slot, or has one. */
    public void join(TaskEntry task) {
        KeyName name = KeyName.of(task.terms());
        if (name != null) {
            keys.computeIfAbsent(name, ConcurrencyKey::new).join(task);
        }
    }

    /** The task is over. */
    public void leave(TaskEntry task) {
        ConcurrencyKey key = keyOf(task);
        if (key != null) {
            key.leave(task);
            tidy(key);
        }
    }

    /** An attempt of the task became live. */
    public void take(TaskEntry task, Attempt attempt) {
        Part part = new Part(
                of(task.terms().project()), of(attempt.pool()), KeyName.of(task.terms()), attempt, task.losses());
        join(task);
        if (taken.putIfAbsent(task.id(), part) == null) {
            part.project.take();
            part.pool.take();
            ConcurrencyKey key = keyOf(task);
            if (key != null) {
                key.hold(task.id());
            }
        }
    }

    /**
     * The task's attempt is over. Was it lost, its key stays held for {@code onLost.after}, since its process may still run (C9).
     *
     * @return whether a cap that was reached is not any more
     */
    public boolean giveBack(TaskEntry task, long monotonicMillis) {
        Part part = taken.remove(task.id());
        if (part == null) {
            return false;
        }
        boolean wasFull = !part.project.hasRoom() || !part.pool.hasRoom();
        part.project.giveBack();
        part.pool.giveBack();
        if (part.key != null && task.losses() > part.losses) {
            hold(part.key, task, part.attempt, monotonicMillis);
        } else if (part.key != null) {
            release(part.key, task.id());
        }
        return wasFull;
    }

    /** The lost attempt was seen alive: its key is held anew (C9). */
    public void holdOn(TaskEntry task, Attempt attempt, long monotonicMillis) {
        KeyName key = KeyName.of(task.terms());
        if (key != null && lost.has(task.id())) {
            hold(key, task, attempt, monotonicMillis);
        }
    }

    /** An attempt of a task with these terms was lost under an earlier leader: until then it holds its key (C9). */
    public void recall(TaskTerms terms, TaskId task, Attempt attempt, long until) {
        KeyName key = KeyName.of(terms);
        if (key != null) {
            keys.computeIfAbsent(key, ConcurrencyKey::new).hold(task);
            lost.add(new LostHolders.Lost(key, task, attempt, until));
        }
    }

    /** Lets go of keys whose lost processes are over by now; says which are open again. */
    public List<ConcurrencyKey> expire(long monotonicMillis) {
        return free(lost.expired(monotonicMillis));
    }

    /** Lets go of keys whose lost processes the slot's word shows to be over; says which are open again. */
    public List<ConcurrencyKey> hear(Slot slot) {
        return free(lost.refuted(slot));
    }

    private void hold(KeyName key, TaskEntry task, Attempt attempt, long monotonicMillis) {
        long until = monotonicMillis + task.terms().onLost().after().toMillis();
        lost.add(new LostHolders.Lost(key, task.id(), attempt, until));
    }

    private List<ConcurrencyKey> free(List<LostHolders.Lost> over) {
        List<ConcurrencyKey> open = new ArrayList<>();
        for (LostHolders.Lost holder : over) {
            ConcurrencyKey key = keys.get(holder.key());
            release(holder.key(), holder.task());
            if (key != null && key.isOpen()) {
                open.add(key);
            }
        }
        return open;
    }

    private void release(KeyName name, TaskId task) {
        ConcurrencyKey key = keys.get(name);
        if (key != null) {
            key.release(task);
            tidy(key);
        }
    }

    private void tidy(ConcurrencyKey key) {
        if (key.isUnused()) {
            keys.remove(key.name());
        }
    }

    private static Cap cap(@Nullable Integer most) {
        Cap cap = new Cap();
        cap.limit(most);
        return cap;
    }
}
