package io.signalbox.model.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.outlook.FleetChange;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.model.task.TaskTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What gateways tell the leading scheduler. */
public sealed interface SchedulerCommand extends Message {

    /**
     * Tasks were inserted.
     *
     * @param tasks which, with what is needed to match them
     */
    record TaskSubmitted(List<SubmittedTask> tasks) implements SchedulerCommand {
        /**
         * One inserted task; its version is 0.
         *
         * @param task its id
         * @param terms its terms
         */
        public record SubmittedTask(TaskId task, TaskTerms terms) {}
    }

    /**
     * Slots said that they are idle (C4).
     *
     * @param relay which gateway heard it
     * @param slots which slots
     */
    record SlotFree(RelayId relay, List<FreeSlot> slots) implements SchedulerCommand {
        /**
         * One idle slot.
         *
         * @param slot which
         * @param generation of its runner
         * @param sync number of the sync that said so
         * @param ended the attempt that it ran before, as far as the gateway knows
         */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record FreeSlot(
                SlotRef slot,
                Generation generation,
                long sync,
                @Nullable AttemptId ended) {}
    }

    /**
     * Runners ended their session.
     *
     * @param relay which gateway heard it
     * @param runners which, in which generation
     */
    record RunnerGone(RelayId relay, List<GoneRunner> runners) implements SchedulerCommand {
        /**
         * One runner that said goodbye.
         *
         * @param runner which
         * @param generation that ended
         */
        public record GoneRunner(RunnerId runner, Generation generation) {}
    }

    /**
     * The runners that a relay holds, or those of them that changed.
     *
     * @param relay which gateway
     * @param epoch the highest epoch that the relay has seen; it refuses lower ones (C15)
     * @param answers whether this is (the last part of) the answer to a snapshot question of that epoch
     * @param runners what it knows of each
     */
    record RelaySnapshot(RelayId relay, Epoch epoch, boolean answers, List<RunnerPresence> runners)
            implements SchedulerCommand {}

    /**
     * Reports were appended.
     *
     * @param reports which
     */
    record ReportsReady(List<ReportId> reports) implements SchedulerCommand {}

    /** Something that only the leader's memory knows. No answer means that no leader heard it: the asker gives up by its own clock. */
    sealed interface Question extends SchedulerCommand {
        /** Who asks. */
        RelayId relay();

        /** Chosen by the asker, given back in the answer. */
        String requestId();
    }

    /**
     * Why does this task wait? Answered with {@link RelayCommand.Explained}.
     *
     * @param relay who asks
     * @param requestId given back in the answer
     * @param task which task
     */
    record ExplainPlease(RelayId relay, String requestId, TaskId task) implements Question {}

    /**
     * What would become of a task with these terms? Answered with {@link RelayCommand.Explained}.
     *
     * @param relay who asks
     * @param requestId given back in the answer
     * @param terms of a task that is not stored
     */
    record PreviewPlease(RelayId relay, String requestId, TaskTerms terms) implements Question {}

    /**
     * What would become of the queue with another fleet? Answered with {@link RelayCommand.Compared}.
     *
     * @param relay who asks
     * @param requestId given back in the answer
     * @param change what would be different
     */
    record WhatIfPlease(RelayId relay, String requestId, FleetChange change) implements Question {}

    /**
     * How many slots should this pool have? Answered with {@link RelayCommand.Scaled}.
     *
     * @param relay who asks
     * @param requestId given back in the answer
     * @param pool which pool
     */
    record ScalingPlease(RelayId relay, String requestId, PoolName pool) implements Question {}
}
