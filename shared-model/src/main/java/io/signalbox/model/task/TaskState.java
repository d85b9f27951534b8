package io.signalbox.model.task;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Where a task stands. Between attempts it is queued again; a terminal state is written once (I4). */
public enum TaskState {
    QUEUED,
    ASSIGNED,
    RUNNING,
    PASSED,
    FAILED,
    CANCELED,
    TIMED_OUT,
    LOST;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The state of this name in JSON, store and metrics. */
    @JsonCreator
    public static TaskState of(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a state must be one of "
                        + Arrays.toString(
                                Arrays.stream(values()).map(TaskState::wire).toArray())));
    }

    /** Its name in JSON, store and metrics. */
    @JsonValue
    public String wire() {
        return wire;
    }

    /** Whether nothing can follow it. */
    public boolean isTerminal() {
        return compareTo(RUNNING) > 0;
    }

    /** Whether an attempt is current. */
    public boolean isLive() {
        return this == ASSIGNED || this == RUNNING;
    }
}
