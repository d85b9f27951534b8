package io.signalbox.scheduler.core.match;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.SlotRef;
import io.signalbox.scheduler.core.limit.ConcurrencyKey;
import io.signalbox.scheduler.core.limit.Limits;
import io.signalbox.scheduler.core.limit.Policies;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.runner.Slot;
import io.signalbox.scheduler.core.share.FairShare;
import io.signalbox.scheduler.core.task.Attempt;
import io.signalbox.scheduler.core.task.TaskEntry;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings waiting tasks and free slots together. After {@link #match} no free slot stands beside a ready task that it fits and that no limit
 * holds back. The cost of a match grows with the number of priorities and projects that wait for a class, not with that of tasks and slots.
 */
public final class Matcher {
    private static final int KEPT_EMPTY_QUEUES = 10_000;

    private static final SequencedSet<WaitingQueue> NONE = new LinkedHashSet<>();

    private final Limits limits;
    private final FairShare share;
    private final Map<WaitingQueue.Sort, WaitingQueue> queues = new LinkedHashMap<>();
    private final Map<Runner.Profile, RunnerClass> classes = new LinkedHashMap<>();
    private final Map<PoolName, Pool> pools = new HashMap<>();
    private final IdentityHashMap<Slot, RunnerClass> freeIn = new IdentityHashMap<>();
    private final Map<ConcurrencyKey, SequencedSet<WaitingQueue>> keyed = new HashMap<>();
    private final Set<String> singledOut = new HashSet<>();
    private final NavigableSet<RunnerClass> stirred = new TreeSet<>(RunnerClass.KNOWN);

    /** Matches within {@code limits}, by turns of {@code share}. */
    public Matcher(Limits limits, FairShare share) {
        this.limits = limits;
        this.share = share;
    }

    /** A task is ready to run. */
    public void await(TaskEntry task) {
        WaitingQueue.Sort sort = WaitingQueue.Sort.of(task);
        WaitingQueue queue = queues.get(sort);
        if (queue == null) {
            queue = open(sort);
        }
        task.standInLine();
        limits.join(task);
        ConcurrencyKey key = limits.keyOf(task);
        if (key != null) {
            keyed.computeIfAbsent(key, it -> new LinkedHashSet<>()).add(queue);
        }
        queue.add(task, key);
        if (task.equals(queue.head())) {
            surface(queue);
        }
        review(key);
    }

    /** A task does not wait any more. */
    public void leave(TaskEntry task) {
        if (task.isInLine()) {
            WaitingQueue queue = queues.get(WaitingQueue.Sort.of(task));
            if (queue != null) {
                takeOut(task, queue);
            }
        }
    }

    /** How many of those that want the same run before it. */
    public int before(TaskEntry task) {
        if (!task.isInLine()) {
            return 0;
        }
        WaitingQueue.Sort own = WaitingQueue.Sort.of(task);
        return queues.values().stream()
                .filter(queue -> queue.sort().demand().equals(own.demand()))
                .mapToInt(queue -> before(task, own.priority(), queue))
                .sum();
    }

    /** A slot can be used. */
    public void offer(Slot slot) {
        if (freeIn.containsKey(slot)) {
            return;
        }
        RunnerClass home = classOf(slot.runner());
        home.free().add(slot);
        home.pool().review(home);
        freeIn.put(slot, home);
        stirred.add(home);
    }

    /** A slot cannot be used any more. */
    public void retract(Slot slot) {
        RunnerClass home = freeIn.remove(slot);
        if (home != null) {
            home.free().remove(slot);
            home.pool().review(home);
        }
    }

    /** How many slots can be used. */
    public int free() {
        return freeIn.size();
    }

    /** An attempt of the task became live: it counts for its limits. */
    public void occupy(TaskEntry task, Attempt attempt) {
        limits.take(task, attempt);
        review(limits.keyOf(task));
    }

    /** The task's attempt, if it had one, is over: what it counted for may go to another. */
    public void vacate(TaskEntry task, long monotonicMillis) {
        share.settle(task, monotonicMillis);
        if (limits.giveBack(task, monotonicMillis)) {
            stirAll();
        }
        review(limits.keyOf(task));
    }

    /** The task is over: it counts for nothing any more. */
    public void forget(TaskEntry task) {
        leave(task);
        ConcurrencyKey key = limits.keyOf(task);
        limits.leave(task);
        review(key);
    }

    /** The key was taken or given back, or its limit is another one now. */
    public void review(@Nullable ConcurrencyKey key) {
        if (key == null) {
            return;
        }
        for (WaitingQueue queue : keyed.getOrDefault(key, NONE)) {
            queue.review(key);
            surface(queue);
        }
    }

    /** Caps, weights and strategies were read anew. */
    public void obey(Policies policies) {
        limits.obey(policies);
        share.weigh(project -> policies.of(project).weight());
        pools.values().forEach(pool -> pool.follow(policies.of(pool.name()).strategy()));
        stirAll();
    }

    /** A limit that held something back may not do so any more. */
    public void stirAll() {
        for (RunnerClass home : classes.values()) {
            if (home.isOpen()) {
                stirred.add(home);
            }
        }
    }

    /** Gives every slot that can be used to the task that goes first there; each pair is taken out before {@code pair} is called. */
    public void match(long monotonicMillis, BiConsumer<TaskEntry, Slot> pair) {
        while (!stirred.isEmpty()) {
            fill(stirred.removeFirst(), monotonicMillis, pair);
        }
    }

    private void fill(RunnerClass home, long monotonicMillis, BiConsumer<TaskEntry, Slot> pair) {
        Pool pool = home.pool();
        while (home.isOpen()) {
            WaitingQueue queue = home.next(monotonicMillis, share);
            TaskEntry task = queue == null ? null : queue.head();
            RunnerClass best = queue == null ? null : pool.best(queue);
            if (queue == null || task == null || best == null) {
                return;
            }
            takeOut(task, queue);
            Slot slot = best.free().take(pool.strategy(), task.terms().project());
            pool.review(best);
            freeIn.remove(slot);
            share.pay(task, monotonicMillis);
            pair.accept(task, slot);
        }
    }

    private void takeOut(TaskEntry task, WaitingQueue queue) {
        ConcurrencyKey key = limits.keyOf(task);
        queue.remove(task, key);
        task.leaveLine();
        SequencedSet<WaitingQueue> others = key == null ? null : keyed.get(key);
        if (key != null && others != null && !queue.has(key)) {
            others.remove(queue);
            if (others.isEmpty()) {
                keyed.remove(key);
            }
        }
    }

    /** The queue may have a head that it did not have before. */
    private void surface(WaitingQueue queue) {
        if (queue.head() != null) {
            for (RunnerClass home : queue.fitting()) {
                if (home.isOpen()) {
                    stirred.add(home);
                }
            }
        }
    }

    private Line lineOf(WaitingQueue queue, RunnerClass home) {
        return home.level(queue.sort().priority()).line(queue.sort().demand().project(), this::line);
    }

    private Line line(ProjectName project) {
        return new Line(share.account(project), limits.of(project));
    }

    private WaitingQueue open(WaitingQueue.Sort sort) {
        if (queues.size() >= KEPT_EMPTY_QUEUES) {
            closeEmpty();
        }
        sort.demand().shunned().forEach(this::singleOut);
        WaitingQueue queue = new WaitingQueue(sort);
        queues.put(sort, queue);
        classes.values().forEach(known -> acquaint(queue, known));
        return queue;
    }

    /** A demand can tell this runner from those that are like it: it becomes a class of its own. */
    private void singleOut(String name) {
        if (singledOut.add(name)) {
            List<Slot> moved = freeIn.keySet().stream()
                    .filter(slot -> slot.runner().profile().name().equals(name))
                    .sorted(Comparator.comparing(Slot::ref, Comparator.comparingInt(SlotRef::number)))
                    .toList();
            moved.forEach(this::retract);
            moved.forEach(this::offer);
        }
    }

    private void closeEmpty() {
        List<WaitingQueue> empty =
                queues.values().stream().filter(WaitingQueue::isEmpty).toList();
        for (WaitingQueue queue : empty) {
            queues.remove(queue.sort());
            queue.fitting().forEach(home -> lineOf(queue, home).remove(queue));
        }
    }

    private RunnerClass classOf(Runner runner) {
        Runner.Profile alike = singledOut.contains(runner.profile().name()) ? runner.profile() : runner.alike();
        RunnerClass known = classes.get(alike);
        if (known == null) {
            Pool pool = pools.computeIfAbsent(alike.pool(), this::pool);
            known = new RunnerClass(classes.size(), alike, pool);
            classes.put(alike, known);
            for (WaitingQueue queue : queues.values()) {
                acquaint(queue, known);
            }
        }
        return known;
    }

    private Pool pool(PoolName name) {
        Pool pool = new Pool(name, limits.of(name));
        pool.follow(limits.policies().of(name).strategy());
        return pool;
    }

    private void acquaint(WaitingQueue queue, RunnerClass known) {
        if (queue.sort().demand().fits(known.profile())) {
            queue.fit(known);
            lineOf(queue, known).add(queue);
        }
    }

    private static int before(TaskEntry task, int priority, WaitingQueue queue) {
        if (queue.sort().priority() == priority) {
            return queue.before(task);
        }
        return queue.sort().priority() > priority ? queue.size() : 0;
    }
}
