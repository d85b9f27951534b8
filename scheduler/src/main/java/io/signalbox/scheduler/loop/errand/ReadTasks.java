package io.signalbox.scheduler.loop.errand;

import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.loop.batch.TaskStore;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads tasks anew for the core; the reading begins after it was wished (C18).
 *
 * @param tasks from where
 * @param commands hears what was found
 */
public record ReadTasks(TaskStore tasks, Consumer<Command> commands) implements Consumer<List<TaskId>> {

    @Override
    public void accept(List<TaskId> ids) {
        Set<TaskId> missing = new LinkedHashSet<>(ids);
        List<StoredTask> found = tasks.read(missing);
        found.forEach(task -> missing.remove(task.id()));
        commands.accept(new Command.TasksAnswered(found, List.copyOf(missing)));
    }
}
