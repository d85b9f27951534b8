package io.signalbox.gateway.task.submit;

import io.signalbox.model.message.SchedulerCommand.TaskSubmitted.SubmittedTask;

/** Tells the scheduler that a task was stored. Never blocks; what is not heard is found by the scheduler's sweep. */
@FunctionalInterface
public interface Doorbell {

    /** Rings for {@code task}. */
    void ring(SubmittedTask task);
}
