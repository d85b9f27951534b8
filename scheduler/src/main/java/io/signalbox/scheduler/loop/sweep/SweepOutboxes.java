package io.signalbox.scheduler.loop.sweep;

import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.loop.batch.TaskStore;
import io.signalbox.scheduler.loop.event.AppendEvents;
import io.signalbox.scheduler.loop.event.OutboxStore;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds tasks whose events were not appended, above all those whose insert nobody told of: until its queued event is appended, a
 * task counts as unheard of. So each is read for the core before its outbox may be emptied.
 *
 * @param outboxes of the tasks
 * @param tasks the tasks
 * @param events empties the outboxes
 * @param commands hears what was found
 */
public record SweepOutboxes(OutboxStore outboxes, TaskStore tasks, AppendEvents events, Consumer<Command> commands)
        implements Runnable {

    private static final int MOST_AT_ONCE = 1_000;

    @Override
    public void run() {
        List<String> owners = outboxes.leftBehind(events::carries, MOST_AT_ONCE);
        if (!owners.isEmpty()) {
            commands.accept(new Command.TasksRead(
                    tasks.read(owners.stream().map(TaskId::new).toList())));
            events.leftBehind(outboxes, owners);
        }
        if (owners.size() < MOST_AT_ONCE) {
            events.swept();
        }
    }
}
