package io.signalbox.scheduler.loop.batch;

import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.TaskChange;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.task.TaskStatus;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Drops readings that an own commit has overtaken on the way to the loop. The core forgets a task that has ended; a reading from shortly
 * before would bring it back to life, and its slot would be taken until its next write misses. So the versions of tasks that ended are kept
 * for longer than any reading is on its way. Not safe for use by many threads: the loop calls it.
 */
public final class DropOutdated {

    private static final Duration KEPT = Duration.ofMinutes(2);

    private final LongSupplier nanoTime;
    private final Map<TaskId, Ended> ended = new LinkedHashMap<>();

    /** @param nanoTime the monotonic clock */
    public DropOutdated(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    private record Ended(long version, long at) {}

    /** These changes were committed. */
    public void committed(List<TaskChange> applied) {
        long now = nanoTime.getAsLong();
        for (TaskChange change : applied) {
            if (change.status() instanceof TaskStatus.Ended) {
                ended.put(change.task(), new Ended(change.version(), now));
            }
        }
        Iterator<Ended> oldest = ended.values().iterator();
        while (oldest.hasNext() && now - oldest.next().at() > KEPT.toNanos()) {
            oldest.remove();
        }
    }

    /** The commands without readings that are older than what was committed. */
    public List<Command> from(List<Command> commands) {
        return ended.isEmpty() ? commands : commands.stream().map(this::current).toList();
    }

    private Command current(Command command) {
        if (command instanceof Command.TasksRead read) {
            return new Command.TasksRead(current(read.tasks()));
        }
        return command instanceof Command.TasksAnswered answer
                ? new Command.TasksAnswered(current(answer.tasks()), answer.missing())
                : command;
    }

    private List<StoredTask> current(List<StoredTask> read) {
        return read.stream().filter(task -> !isOutdated(task)).toList();
    }

    private boolean isOutdated(StoredTask task) {
        Ended known = ended.get(task.id());
        return known != null && task.version() < known.version();
    }
}
