package io.signalbox.scheduler.core.match;

import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.core.limit.ConcurrencyKey;
import io.signalbox.scheduler.core.limit.Limits;
import io.signalbox.scheduler.core.limit.Policies;
import io.signalbox.scheduler.core.runner.Slot;
import io.signalbox.scheduler.core.share.FairShare;
import io.signalbox.scheduler.core.task.Attempt;
import io.signalbox.scheduler.core.task.TaskEntry;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings waiting tasks and free slots together. After {@link #match} no free slot stands beside a ready task that it fits and that no limit
 * holds back. The cost of a match grows with the number of priorities and projects that wait for a class, not with that of tasks and slots.
 */
public final class Matcher {
    private static final int KEPT_EMPTY_QUEUES = 10_000;
    private static final int MOST_RECOGNISED = 20_000;

    private static final SequencedSet<WaitingQueue> NONE = new LinkedHashSet<>();

    private final Limits limits;
    private final FairShare share;
    private final Map<WaitingQueue.Sort, WaitingQueue> queues = new LinkedHashMap<>();
    /** Terms are shared by tasks: most find their queue without being compared. */
    private final IdentityHashMap<TaskTerms, WaitingQueue> recognised = new IdentityHashMap<>();

    private final RunnerClasses classes;
    private final IdentityHashMap<Slot, RunnerClass> freeIn = new IdentityHashMap<>();
    private final Map<ConcurrencyKey, SequencedSet<WaitingQueue>> keyed = new HashMap<>();
    /** By number: the classes that have a free slot, and those to be looked at. */
    private final BitSet withRoom = new BitSet();

    private final BitSet stirred = new BitSet();

    /** Matches within {@code limits}, by turns of {@code share}. */
    public Matcher(Limits limits, FairShare share) {
        this.limits = limits;
        this.share = share;
        this.classes = new RunnerClasses(limits, this::acquaint);
    }

    /** A task is ready to run. */
    public void await(TaskEntry task) {
        if (recognised.size() >= MOST_RECOGNISED) {
            recognised.clear();
        }
        WaitingQueue known = queueOf(task);
        WaitingQueue queue = known == null ? open(WaitingQueue.Sort.of(task)) : known;
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
            WaitingQueue queue = queueOf(task);
            if (queue != null) {
                takeOut(task, queue);
            }
        }
    }

    /** How many that want the same with the same priority are older. */
    public int older(TaskEntry task) {
        WaitingQueue queue = task.isInLine() ? queueOf(task) : null;
        return queue == null ? 0 : queue.before(task);
    }

    /** How many that want this with this priority could be given a slot now. */
    public int ready(Demand demand, int priority) {
        WaitingQueue queue = queues.get(new WaitingQueue.Sort(demand, priority));
        return queue == null ? 0 : queue.ready();
    }

    /** Everything that waits for a slot. */
    public List<Waiting> waiting() {
        return queues.values().stream()
                .filter(queue -> !queue.isEmpty())
                .map(WaitingQueue::waiting)
                .toList();
    }

    /** A slot can be used. */
    public void offer(Slot slot) {
        if (freeIn.containsKey(slot)) {
            return;
        }
        RunnerClass home = classes.of(slot.runner());
        home.free().add(slot);
        review(home);
        freeIn.put(slot, home);
        stirred.set(home.number());
    }

    /** A slot cannot be used any more. */
    public void retract(Slot slot) {
        RunnerClass home = freeIn.remove(slot);
        if (home != null) {
            home.free().remove(slot);
            review(home);
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
        classes.follow();
        stirAll();
    }

    /** A limit that held something back may not do so any more. */
    public void stirAll() {
        stirred.or(withRoom);
    }

    /** Gives every slot that can be used to the task that goes first there; each pair is taken out before {@code pair} is called. */
    public void match(long monotonicMillis, BiConsumer<TaskEntry, Slot> pair) {
        for (int number = stirred.nextSetBit(0); number >= 0; number = stirred.nextSetBit(0)) {
            stirred.clear(number);
            fill(classes.all().get(number), monotonicMillis, pair);
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
            review(best);
            freeIn.remove(slot);
            share.pay(task, monotonicMillis);
            pair.accept(task, slot);
        }
    }

    private void review(RunnerClass home) {
        withRoom.set(home.number(), !home.free().isEmpty());
        home.pool().review(home);
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

    /** The queue may have a head that it did not have before. One that its project's cap holds back is looked at when the cap has room. */
    private void surface(WaitingQueue queue) {
        if (queue.isRunnable()) {
            for (RunnerClass home : queue.fitting()) {
                if (home.isOpen()) {
                    stirred.set(home.number());
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

    private @Nullable WaitingQueue queueOf(TaskEntry task) {
        boolean plain = !task.isWidened() && task.shunned().isEmpty();
        WaitingQueue known = plain ? recognised.get(task.terms()) : null;
        if (known == null) {
            known = queues.get(WaitingQueue.Sort.of(task));
            if (plain && known != null) {
                recognised.put(task.terms(), known);
            }
        }
        return known;
    }

    private WaitingQueue open(WaitingQueue.Sort sort) {
        if (queues.size() >= KEPT_EMPTY_QUEUES) {
            closeEmpty();
        }
        sort.demand().shunned().forEach(this::singleOut);
        WaitingQueue queue = new WaitingQueue(sort, limits.of(sort.demand().project()));
        queues.put(sort, queue);
        classes.all().forEach(known -> acquaint(queue, known));
        return queue;
    }

    /** A demand can tell this runner from those that are like it: it becomes a class of its own. */
    private void singleOut(String name) {
        if (classes.singleOut(name)) {
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
            queue.close();
        }
        recognised.clear();
    }

    private void acquaint(RunnerClass found) {
        queues.values().forEach(queue -> acquaint(queue, found));
    }

    private void acquaint(WaitingQueue queue, RunnerClass known) {
        if (queue.sort().demand().fits(known.profile())) {
            queue.fit(known, lineOf(queue, known));
        }
    }
}
