package io.signalbox.gateway.pool;

import io.signalbox.model.policy.PoolPolicy;
import io.signalbox.model.policy.Strategy;
import io.signalbox.model.rule.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a pool is to be used; what is left out is as usual.
 *
 * @param strategy which of its runners gets a task that fits several
 * @param cap how many attempts may be live in it at once
 * @param pickupTarget how long a task should wait at most
 * @param minimumSize slots that it should have at least
 * @param maximumSize slots that it should have at most
 */
record PoolSettings(
        @Nullable Strategy strategy,
        @Nullable Integer cap,
        @Nullable Duration pickupTarget,
        @Nullable Integer minimumSize,
        @Nullable Integer maximumSize) {
    private static final int MOST = 1_000_000;
    private static final Duration LONGEST = Duration.ofDays(1);

    PoolPolicy policy() {
        PoolPolicy usual = PoolPolicy.DEFAULT;
        return new PoolPolicy(
                Objects.requireNonNullElse(strategy, usual.strategy()),
                cap,
                Objects.requireNonNullElse(pickupTarget, usual.pickupTarget()),
                Objects.requireNonNullElse(minimumSize, usual.minimumSize()),
                maximumSize);
    }

    List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        check(found, isWithin(cap, 1), "/cap", "must be from 1 to " + MOST);
        check(found, isWithin(minimumSize, 0), "/minimumSize", "must be from 0 to " + MOST);
        check(found, isWithin(maximumSize, 0), "/maximumSize", "must be from 0 to " + MOST);
        check(
                found,
                maximumSize == null || minimumSize == null || minimumSize <= maximumSize,
                "/maximumSize",
                "must not be less than minimumSize");
        check(
                found,
                pickupTarget == null || (pickupTarget.toMillis() >= 1 && pickupTarget.compareTo(LONGEST) <= 0),
                "/pickupTarget",
                "must be longer than PT0S and at most " + LONGEST);
        return found;
    }

    private static boolean isWithin(@Nullable Integer value, int least) {
        return value == null || (value >= least && value <= MOST);
    }

    private static void check(List<Violation> found, boolean holds, String pointer, String expected) {
        if (!holds) {
            found.add(new Violation(pointer, expected));
        }
    }
}
