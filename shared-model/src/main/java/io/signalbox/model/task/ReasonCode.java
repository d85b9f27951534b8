package io.signalbox.model.task;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Why a task or an attempt ended as it did, where the state alone does not say it. */
public enum ReasonCode {
    /** A command ended with a status other than 0. */
    EXIT_CODE,
    /** Somebody asked for it. */
    CANCEL_REQUESTED,
    /** It waited longer than its queue time-out. */
    QUEUE_TIMEOUT,
    /** Its concurrency key was taken and its policy is to reject. */
    CONCURRENCY_REJECTED,
    /** An attempt ran longer than the task's time-out. */
    TASK_TIMEOUT,
    /** It ended by a stop that nobody had asked for. */
    SELF_STOPPED,
    /** The runner could not begin: working folder, files, shell. */
    START_FAILED,
    /** Its runner was silent for longer than the task allows. */
    RUNNER_LOST,
    /** Its runner registered anew and did not know the attempt any more. */
    RUNNER_RESTARTED,
    /** Its runner said goodbye while the attempt was live. */
    RUNNER_DISCONNECTED,
    /** It lost its runner in one attempt after another, as often as its policy bears. */
    LOST_REPEATEDLY,
    /** The stop of its attempt was never confirmed (C13). */
    STOP_UNCONFIRMED,
    /** The scheduler could not handle it and set it aside (C17). */
    POISONED;

    private final String wire = name().toLowerCase(Locale.ROOT);

    /** The code of this name in JSON and store. */
    @JsonCreator
    public static ReasonCode of(String wire) {
        return Arrays.stream(values())
                .filter(code -> code.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown reason code " + wire));
    }

    /** Its name in JSON and store. */
    @JsonValue
    public String wire() {
        return wire;
    }
}
