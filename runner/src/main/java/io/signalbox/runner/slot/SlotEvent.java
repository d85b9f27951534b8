package io.signalbox.runner.slot;

import io.signalbox.model.relay.FinishedAttempt;
import io.signalbox.model.relay.SyncResponse;
import io.signalbox.runner.session.Answer;

/** What can reach a slot. */
sealed interface SlotEvent {
    /**
     * A sync was answered.
     *
     * @param sync its number; only that of the newest counts
     * @param answer what came
     */
    record Answered(long sync, Answer<SyncResponse> answer) implements SlotEvent {}

    /**
     * The attempt has ended and its log may go with it.
     *
     * @param finished what to tell the relay
     */
    record Ended(FinishedAttempt finished) implements SlotEvent {}

    /** Something else changed: look again. */
    record Woken() implements SlotEvent {}

    /** The relay is reached again: there is nothing to wait for before the next sync. One that is under way goes on. */
    record Returned() implements SlotEvent {}

    /** Nothing came in the time given. */
    record Silence() implements SlotEvent {}
}
