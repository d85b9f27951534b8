package io.signalbox.corebench.load;

import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.message.SchedulerCommand.TaskSubmitted.SubmittedTask;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.decide.SchedulerCore;
import io.signalbox.scheduler.core.time.Now;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** A leader's whole memory of tasks that wait and no runner that could take them. */
public final class Backlog {
    private static final int AT_ONCE = 1_000;

    private final SchedulerCore core = new SchedulerCore(new Epoch(1));

    /** So many tasks wait; each was read on its own, as from the broker. */
    public Backlog(int tasks) {
        core.decide(List.of(new Command.LoadComplete()), Now.of(0, Instant.EPOCH));
        for (int first = 0; first < tasks; first += AT_ONCE) {
            List<SubmittedTask> page = IntStream.range(first, Math.min(tasks, first + AT_ONCE))
                    .mapToObj(Backlog::task)
                    .toList();
            core.decide(List.of(new Command.TasksSubmitted(page)), Now.of(first, Instant.EPOCH));
        }
    }

    /** The memory that is measured. */
    public SchedulerCore core() {
        return core;
    }

    private static SubmittedTask task(int number) {
        return new SubmittedTask(
                new TaskId(new UUID(0x7000L, Long.MIN_VALUE + number).toString()), Installation.terms(number));
    }
}
