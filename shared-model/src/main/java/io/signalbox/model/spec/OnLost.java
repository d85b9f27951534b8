package io.signalbox.model.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * What losing the runner means for the task (C8). {@code requeue} means at least once: a frozen host can overlap.
 *
 * @param policy end the task as lost, or try again
 * @param after how long a runner may be silent before it counts as lost
 * @param maxRequeues how often it is tried again at most
 */
public record OnLost(Policy policy, Duration after, Integer maxRequeues) {
    /** For how long {@code after} may be. */
    public static final Duration LONGEST = Duration.ofDays(7);

    public static final OnLost FAIL = new OnLost(Policy.FAIL, Duration.ofSeconds(60), 3);

    public OnLost {
        policy = Defaults.or(policy, Policy.FAIL);
        after = Defaults.or(after, Duration.ofSeconds(60));
        maxRequeues = Defaults.or(maxRequeues, 3);
    }

    /** The user's choice between ending and trying again. */
    public enum Policy {
        @JsonProperty("fail")
        FAIL,
        @JsonProperty("requeue")
        REQUEUE
    }
}
