package io.signalbox.scheduler.core.match;

import io.signalbox.scheduler.core.task.TaskEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ready tasks with one demand, the first to run at the head. Adding and taking cost O(log n), removing O(1) amortised. */
final class WaitingQueue {
    private static final int FEW = 64;

    private final Demand demand;
    private final PriorityQueue<TaskEntry> heap = new PriorityQueue<>(Precedence.ORDER);
    private final Set<TaskEntry> gone = new HashSet<>();
    private final List<RunnerClass> fitting = new ArrayList<>();

    WaitingQueue(Demand demand) {
        this.demand = demand;
    }

    Demand demand() {
        return demand;
    }

    /** The classes of runners that can do it. */
    List<RunnerClass> fitting() {
        return fitting;
    }

    void add(TaskEntry task) {
        if (!gone.remove(task)) {
            heap.add(task);
        }
    }

    /** The task leaves without being taken: it stays in the heap until it comes to the head or too many like it have gathered. */
    void remove(TaskEntry task) {
        gone.add(task);
        if (gone.size() > FEW && gone.size() > heap.size() / 2) {
            heap.removeIf(gone::contains);
            gone.clear();
        }
    }

    @Nullable
    TaskEntry head() {
        while (!gone.isEmpty() && !heap.isEmpty() && gone.remove(heap.peek())) {
            heap.poll();
        }
        return heap.peek();
    }

    void takeHead() {
        heap.poll();
    }

    boolean isEmpty() {
        return heap.size() == gone.size();
    }

    int size() {
        return heap.size() - gone.size();
    }

    /** How many would run before {@code task}, in O(n). */
    int before(TaskEntry task) {
        int before = 0;
        for (TaskEntry other : heap) {
            if (Precedence.ORDER.compare(other, task) < 0 && !gone.contains(other)) {
                before++;
            }
        }
        return before;
    }
}
