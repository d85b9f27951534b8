package io.signalbox.scheduler.loop.sweep;

import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.loop.batch.TaskStore;
import io.signalbox.scheduler.loop.batch.TaskStore.Which;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads every task that is not terminal: whatever memory believes, the store decides.
 *
 * @param tasks from where
 * @param commands hears what was found
 */
public record SweepTasks(TaskStore tasks, Consumer<Command> commands) implements Runnable {

    private static final int PAGE = 1_000;

    @Override
    public void run() {
        pass(Which.LIVE);
        pass(Which.WAITING);
    }

    private void pass(Which which) {
        @Nullable TaskId after = null;
        List<StoredTask> page;
        do {
            page = tasks.open(which, after, PAGE);
            if (!page.isEmpty()) {
                after = page.getLast().id();
                commands.accept(new Command.TasksRead(page));
            }
        } while (page.size() == PAGE);
    }
}
