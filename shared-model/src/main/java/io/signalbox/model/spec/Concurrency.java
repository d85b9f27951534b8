package io.signalbox.model.spec;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A limit on how many tasks with the same key run at once, within a project; the newest task's limit holds.
 *
 * @param key what the tasks share
 * @param limit how many may run at once
 * @param policy what happens to a task beyond it
 */
public record Concurrency(String key, Integer limit, Policy policy) {
    public Concurrency {
        limit = Defaults.or(limit, 1);
        policy = Defaults.or(policy, Policy.QUEUE);
    }

    /** What happens to a task beyond the limit. */
    public enum Policy {
        @JsonProperty("queue")
        QUEUE,
        @JsonProperty("cancel_older")
        CANCEL_OLDER,
        @JsonProperty("reject")
        REJECT
    }
}
