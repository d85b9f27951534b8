package io.signalbox.runner.slot;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.FinishedAttempt;

/** What a slot does. */
sealed interface SlotState {
    /** It waits for a task. */
    record Idle() implements SlotState {}

    /**
     * It runs one.
     *
     * @param attempt the attempt
     * @param run the work
     * @param stopping whether a stop was passed on
     */
    record Busy(AttemptId attempt, Work run, boolean stopping) implements SlotState {}

    /**
     * It tells an end until that is acknowledged.
     *
     * @param attempt the attempt
     * @param finished its end
     */
    record Reporting(AttemptId attempt, FinishedAttempt finished) implements SlotState {}

    /** It asks no more. */
    record Left() implements SlotState {}
}
