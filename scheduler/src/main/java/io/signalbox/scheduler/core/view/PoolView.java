package io.signalbox.scheduler.core.view;

import io.signalbox.model.policy.PoolPolicy;
import io.signalbox.scheduler.core.runner.Runner;
import org.jspecify.annotations.Nullable;

/**
 * A pool at that moment.
 *
 * @param policy how it is used
 * @param live how many attempts are live in it
 * @param mould what its newest runner is, or was: what the next one will be; absent: none was ever seen
 */
public record PoolView(PoolPolicy policy, int live, Runner.@Nullable Profile mould) {
    /** One of which nothing is known. */
    public static final PoolView UNKNOWN = new PoolView(PoolPolicy.DEFAULT, 0, null);

    /** How many more attempts may become live in it. */
    public int room() {
        return policy.cap() == null ? Integer.MAX_VALUE : Math.max(0, policy.cap() - live);
    }
}
