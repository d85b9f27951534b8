package io.signalbox.scheduler.core.match;

import io.signalbox.scheduler.core.limit.Cap;
import io.signalbox.scheduler.core.limit.ConcurrencyKey;
import io.signalbox.scheduler.core.task.TaskEntry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Ready tasks with one demand and one priority, the oldest first. Those that share a concurrency key stand behind each other: only the
 * first of them is to be had, and it only while the key is open.
 */
final class WaitingQueue {
    private final Sort sort;
    private final Cap cap;
    private final ByAge toBeHad = new ByAge();
    private final Map<ConcurrencyKey, TreeSet<TaskEntry>> keyed = new HashMap<>();
    private final List<RunnerClass> fitting = new ArrayList<>();
    private final BitSet fits = new BitSet();
    private final List<Line> lines = new ArrayList<>();
    private @Nullable TaskEntry head;
    private @Nullable Waiting glance;
    private int size;

    /** Its project may have so many tasks live as {@code cap} allows. */
    WaitingQueue(Sort sort, Cap cap) {
        this.sort = sort;
        this.cap = cap;
    }

    /**
     * What its tasks have in common.
     *
     * @param demand what they want
     * @param priority theirs
     */
    record Sort(Demand demand, int priority) {
        static Sort of(TaskEntry task) {
            return new Sort(Demand.of(task), task.terms().priority());
        }
    }

    Sort sort() {
        return sort;
    }

    /** The classes of runners that can do it. */
    List<RunnerClass> fitting() {
        return fitting;
    }

    /** Whether the class of this number is one of them. */
    boolean fits(int number) {
        return fits.get(number);
    }

    /** Runners of this class can do it; there it stands in {@code line}. */
    void fit(RunnerClass home, Line line) {
        fitting.add(home);
        fits.set(home.number());
        lines.add(line);
        line.add(this);
    }

    /** It is empty, and will not be used any more. */
    void close() {
        lines.forEach(line -> line.remove(this));
    }

    /** Whether a task of it may go. */
    boolean isRunnable() {
        return head != null && cap.hasRoom();
    }

    void add(TaskEntry task, @Nullable ConcurrencyKey key) {
        glance = null;
        size++;
        if (key == null) {
            toBeHad.add(task);
            lookAtHead();
            return;
        }
        TreeSet<TaskEntry> line = keyed.computeIfAbsent(key, it -> new TreeSet<>(Precedence.AGE));
        if (!line.isEmpty()) {
            toBeHad.remove(line.first());
        }
        line.add(task);
        review(key);
    }

    /** Takes the task out, wherever it stands. */
    void remove(TaskEntry task, @Nullable ConcurrencyKey key) {
        glance = null;
        toBeHad.remove(task);
        lookAtHead();
        if (key == null) {
            size--;
            return;
        }
        TreeSet<TaskEntry> line = keyed.get(key);
        if (line != null && line.remove(task)) {
            size--;
            if (line.isEmpty()) {
                keyed.remove(key);
            } else {
                review(key);
            }
        }
    }

    /** The key may have become open, or may not be any more. */
    void review(ConcurrencyKey key) {
        glance = null;
        TreeSet<TaskEntry> line = keyed.get(key);
        if (line != null && key.isOpen()) {
            toBeHad.add(line.first());
        } else if (line != null) {
            toBeHad.remove(line.first());
        }
        lookAtHead();
    }

    /** Whether tasks with this key stand here. */
    boolean has(ConcurrencyKey key) {
        return keyed.containsKey(key);
    }

    /** The first that is to be had. */
    @Nullable
    TaskEntry head() {
        return head;
    }

    private void lookAtHead() {
        boolean had = head != null;
        head = toBeHad.isEmpty() ? null : toBeHad.first();
        if (had && head == null) {
            lines.forEach(Line::lost);
        } else if (!had && head != null) {
            lines.forEach(Line::gained);
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** How many are to be had. */
    int ready() {
        return toBeHad.size();
    }

    /** How many of those to be had would go before {@code task}. */
    int before(TaskEntry task) {
        return toBeHad.before(task);
    }

    /** All of it at a glance, which is kept while nothing changes; there must be a task in it. */
    Waiting waiting() {
        Waiting known = glance;
        if (known == null) {
            known = look();
            glance = known;
        }
        return known;
    }

    private Waiting look() {
        TaskEntry any = toBeHad.isEmpty() ? keyed.values().iterator().next().first() : toBeHad.first();
        TaskEntry newest = toBeHad.isEmpty() ? any : toBeHad.last();
        return new Waiting(
                sort.demand(),
                sort.priority(),
                any.terms(),
                size,
                toBeHad.size(),
                any.waitsSince(),
                newest.waitsSince());
    }
}
