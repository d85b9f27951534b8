package io.signalbox.gateway.relay.claim;

import io.signalbox.model.spec.OnLost;
import io.signalbox.model.spec.TaskSpec;
import java.time.Duration;
import java.util.Optional;

/**
 * When a runner without contact kills an attempt by itself, because the task may be running elsewhere by then (C9): a margin before the
 * attempt counts as lost. It is given only on a sync that is younger than that margin and than half of its time, since the runner counts from
 * when it sent it.
 *
 * @param after silence after which the runner kills
 * @param margin between that and the loss
 */
public record SelfKill(Duration after, Duration margin) {
    private static final Duration LEAST_MARGIN = Duration.ofSeconds(10);
    private static final int SHARE = 4;

    /** That of a task which may be run again when its runner is lost, or which holds a concurrency key; else nothing. */
    public static Optional<SelfKill> of(TaskSpec spec) {
        OnLost onLost = spec.onLost();
        boolean replaceable = onLost.policy() == OnLost.Policy.REQUEUE || spec.concurrency() != null;
        if (!replaceable) {
            return Optional.empty();
        }
        Duration quarter = onLost.after().dividedBy(SHARE);
        Duration margin = quarter.compareTo(LEAST_MARGIN) > 0 ? quarter : LEAST_MARGIN;
        return Optional.of(new SelfKill(onLost.after().minus(margin), margin));
    }

    /** How old the sync may be at most that it is given on: the runner needs the rest of the time to be heard of again. */
    public Duration freshness() {
        Duration half = after.dividedBy(2);
        return half.compareTo(margin) < 0 ? half : margin;
    }
}
