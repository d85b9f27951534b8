package io.signalbox.scheduler.core.match;

import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.runner.Slot;
import io.signalbox.scheduler.core.task.TaskEntry;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.BiConsumer;

/**
 * Brings waiting tasks and free slots together. After {@link #match} no free slot stands beside a ready task that it fits.
 * The cost of a match grows with the number of different demands and classes, not with that of tasks and slots.
 */
public final class Matcher {
    private static final int KEPT_EMPTY_QUEUES = 1_000;

    private final Map<Demand, WaitingQueue> queues = new LinkedHashMap<>();
    private final Map<Runner.Profile, RunnerClass> classes = new LinkedHashMap<>();
    private final IdentityHashMap<Slot, RunnerClass> freeIn = new IdentityHashMap<>();
    private final IdentityHashMap<TaskEntry, WaitingQueue> waitingIn = new IdentityHashMap<>();
    private final SequencedSet<RunnerClass> stirred = new LinkedHashSet<>();

    /** A task is ready to run. */
    public void await(TaskEntry task) {
        Demand demand = Demand.of(task.terms());
        WaitingQueue queue = queues.get(demand);
        if (queue == null) {
            queue = open(demand);
        }
        queue.add(task);
        waitingIn.put(task, queue);
        for (RunnerClass candidate : queue.fitting()) {
            if (!candidate.free().isEmpty()) {
                stirred.add(candidate);
            }
        }
    }

    /** A task does not wait any more. */
    public void leave(TaskEntry task) {
        WaitingQueue queue = waitingIn.remove(task);
        if (queue != null) {
            queue.remove(task);
        }
    }

    /** Whether the task waits to be matched. */
    public boolean isWaiting(TaskEntry task) {
        return waitingIn.containsKey(task);
    }

    /** How many of those that want the same run before it. */
    public int before(TaskEntry task) {
        WaitingQueue queue = waitingIn.get(task);
        return queue == null ? 0 : queue.before(task);
    }

    /** A slot can be used. */
    public void offer(Slot slot) {
        if (freeIn.containsKey(slot)) {
            return;
        }
        RunnerClass home = classOf(slot.runner().profile());
        home.free().add(slot);
        freeIn.put(slot, home);
        stirred.add(home);
    }

    /** A slot cannot be used any more. */
    public void retract(Slot slot) {
        RunnerClass home = freeIn.remove(slot);
        if (home != null) {
            home.free().remove(slot);
        }
    }

    /** How many slots can be used. */
    public int free() {
        return freeIn.size();
    }

    /** Gives every slot that can be used to the first task that fits it; each pair is taken out before {@code pair} is called. */
    public void match(BiConsumer<TaskEntry, Slot> pair) {
        while (!stirred.isEmpty()) {
            RunnerClass next = stirred.removeFirst();
            fill(next, pair);
        }
    }

    private void fill(RunnerClass next, BiConsumer<TaskEntry, Slot> pair) {
        while (!next.free().isEmpty()) {
            WaitingQueue queue = next.first();
            TaskEntry task = queue == null ? null : queue.head();
            if (queue == null || task == null) {
                return;
            }
            queue.takeHead();
            waitingIn.remove(task);
            Slot slot = next.free().removeFirst();
            freeIn.remove(slot);
            pair.accept(task, slot);
        }
    }

    private WaitingQueue open(Demand demand) {
        if (queues.size() >= KEPT_EMPTY_QUEUES) {
            closeEmpty();
        }
        WaitingQueue queue = new WaitingQueue(demand);
        queues.put(demand, queue);
        classes.values().forEach(known -> acquaint(queue, known));
        return queue;
    }

    private void closeEmpty() {
        List<WaitingQueue> empty =
                queues.values().stream().filter(WaitingQueue::isEmpty).toList();
        for (WaitingQueue queue : empty) {
            queues.remove(queue.demand());
            queue.fitting().forEach(known -> known.fitting().remove(queue));
        }
    }

    private RunnerClass classOf(Runner.Profile profile) {
        Runner.Profile alike = profile.nameless();
        RunnerClass known = classes.get(alike);
        if (known == null) {
            known = new RunnerClass(alike);
            classes.put(alike, known);
            for (WaitingQueue queue : queues.values()) {
                acquaint(queue, known);
            }
        }
        return known;
    }

    private static void acquaint(WaitingQueue queue, RunnerClass known) {
        if (queue.demand().fits(known.profile())) {
            queue.fitting().add(known);
            known.fitting().add(queue);
        }
    }
}
