package io.signalbox.scheduler.core.runner;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.RelayId;
import org.jspecify.annotations.Nullable;

/**
 * What a runner said of a slot in one sync.
 *
 * @param relay gateway that heard it
 * @param sync its number
 * @param attempt what it names; null: it is idle
 * @param source how it reached the scheduler
 */
public record Word(
        @Nullable RelayId relay, long sync, @Nullable AttemptId attempt, Source source) {

    /** How a word reached the scheduler. */
    public enum Source {
        /** Told by the relay that holds the session just now. */
        RELAY,
        /** Read from the store, perhaps long after it was said. */
        STORE
    }
}
