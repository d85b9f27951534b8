package io.signalbox.scheduler.core.limit;

import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.core.task.TaskEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The tasks that share a concurrency key: those that wait for a slot and those that hold it, and, though forgotten, those whose lost process
 * may still run (C9). The newest task's limit holds.
 */
public final class ConcurrencyKey {
    private static final Comparator<TaskEntry> AGE =
            Comparator.comparingLong(TaskEntry::createdAt).thenComparing(TaskEntry::id);

    private final KeyName name;
    private final TreeSet<TaskEntry> members = new TreeSet<>(AGE);
    private final Set<TaskId> holders = new HashSet<>();

    ConcurrencyKey(KeyName name) {
        this.name = name;
    }

    public KeyName name() {
        return name;
    }

    /** Whether one more of its tasks may run. */
    public boolean isOpen() {
        return holders.size() < limit();
    }

    /** How many may run at once. */
    public int limit() {
        return members.isEmpty()
                ? 1
                : Objects.requireNonNull(members.last().terms().concurrency()).limit();
    }

    /** How many run, or may still run. */
    public int held() {
        return holders.size();
    }

    /** Those that wait for a slot or have one, the oldest first. */
    public List<TaskEntry> members() {
        return List.copyOf(members);
    }

    /** Whether those that are older than {@code task}, running and waiting ones, leave no room for it. */
    public boolean isTakenBefore(TaskEntry task) {
        Set<TaskId> ahead = new HashSet<>(holders);
        members.tailSet(task).forEach(newer -> ahead.remove(newer.id()));
        for (TaskEntry older : members.headSet(task)) {
            if (ahead.size() >= limit()) {
                return true;
            }
            ahead.add(older.id());
        }
        return ahead.size() >= limit();
    }

    /** Those older than {@code task} that must end so that it can run next, the oldest first. */
    public List<TaskEntry> superseded(TaskEntry task) {
        List<TaskEntry> older = new ArrayList<>(members.headSet(task));
        return older.subList(0, Math.max(0, older.size() + 1 - limit()));
    }

    void join(TaskEntry task) {
        members.add(task);
    }

    void leave(TaskEntry task) {
        members.remove(task);
    }

    void hold(TaskId task) {
        holders.add(task);
    }

    void release(TaskId task) {
        holders.remove(task);
    }

    boolean isUnused() {
        return members.isEmpty() && holders.isEmpty();
    }
}
