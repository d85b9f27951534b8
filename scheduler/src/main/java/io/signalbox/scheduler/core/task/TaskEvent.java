package io.signalbox.scheduler.core.task;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.TaskState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event for the task's outbox, stored by the very write that it tells of (C19).
 *
 * @param version of the task after that write
 * @param place among the events of that write, from 0
 * @param state that was entered
 * @param at when
 * @param data what else is to be said
 */
public record TaskEvent(long version, int place, TaskState state, Instant at, Data data) {

    /** Its place in the task's life: finds an event that was appended already. */
    public String key() {
        return version + "." + place;
    }

    /** Its type in the feed. */
    public String type() {
        return "task." + state.wire();
    }

    /**
     * What an event says beside its type.
     *
     * @param attempt current in that state, or ended by it
     * @param number of the attempt
     * @param runner that has or had it
     * @param runnerName for people
     * @param reason of an end, or of being queued again
     * @param exitCode of an end
     */
    public record Data(
            @Nullable AttemptId attempt,
            @Nullable Integer number,
            @Nullable RunnerId runner,
            @Nullable String runnerName,
            @Nullable Reason reason,
            @Nullable Integer exitCode) {}
}
