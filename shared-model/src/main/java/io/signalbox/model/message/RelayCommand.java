package io.signalbox.model.message;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Fence;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.outlook.Comparison;
import io.signalbox.model.outlook.Scaling;
import io.signalbox.model.task.Explanation;
import io.signalbox.model.task.ReasonCode;
import java.util.List;

/** What a relay is told about the slots that it holds. */
public sealed interface RelayCommand extends Message {

    /**
     * Attempts were assigned to slots; the store already says so.
     *
     * @param epoch of the leader that decided it; a relay that has seen a higher one ignores it (C15)
     * @param assignments which attempt to which slot
     */
    record AssignTask(Epoch epoch, List<Assignment> assignments) implements RelayCommand {
        /**
         * One assignment.
         *
         * @param task the task
         * @param attempt the attempt
         * @param fence what its results must carry
         * @param slot where it may run
         * @param generation of the slot's runner
         */
        public record Assignment(TaskId task, AttemptId attempt, Fence fence, SlotRef slot, Generation generation) {}
    }

    /**
     * Attempts must end. Repeating it is harmless.
     *
     * @param epoch of the leader that decided it
     * @param stops which attempts
     */
    record StopTask(Epoch epoch, List<Stop> stops) implements RelayCommand {
        /**
         * One stop.
         *
         * @param task the task
         * @param attempt the attempt, and no other
         * @param slot where it runs
         * @param cause why
         */
        public record Stop(TaskId task, AttemptId attempt, SlotRef slot, ReasonCode cause) {}
    }

    /**
     * Pause or drain of these runners was changed in the store.
     *
     * @param runners which
     */
    record DrainRunner(List<RunnerId> runners) implements RelayCommand {}

    /**
     * A new leader asks for everything that the relay holds (C15).
     *
     * @param epoch of the leader; from now on the relay refuses lower ones
     */
    record SnapshotPlease(Epoch epoch) implements RelayCommand {}

    /** The leader answers a {@link SchedulerCommand.Question}. */
    sealed interface Answer extends RelayCommand {
        /** As it was asked. */
        String requestId();
    }

    /**
     * Why a task waits, or would.
     *
     * @param requestId as it was asked
     * @param explanation the answer
     */
    record Explained(String requestId, Explanation explanation) implements Answer {}

    /**
     * The queue with two fleets.
     *
     * @param requestId as it was asked
     * @param comparison the answer
     */
    record Compared(String requestId, Comparison comparison) implements Answer {}

    /**
     * How many slots a pool should have.
     *
     * @param requestId as it was asked
     * @param scaling the answer
     */
    record Scaled(String requestId, Scaling scaling) implements Answer {}
}
