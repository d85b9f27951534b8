package io.signalbox.scheduler.core.retry;

import io.signalbox.model.id.AttemptId;
import java.time.Duration;

/**
 * How long to wait before the next attempt: doubled with each one that failed, plus up to a quarter, so that what failed together is not
 * tried together. The quarter is drawn from the ended attempt's id: the same history gives the same wait.
 */
final class Backoff {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 16;
    private static final int JITTER_STEPS = 1_000;
    private static final int JITTER_PART = 4;

    private Backoff() {}

    static Duration before(Duration first, int failed, AttemptId ended) {
        long doubled = first.toMillis() << Math.min(failed - 1, MOST_DOUBLINGS);
        long capped = Math.min(doubled, LONGEST.toMillis());
        long step = Math.floorMod(ended.value().hashCode(), JITTER_STEPS);
        return Duration.ofMillis(capped + capped * step / JITTER_STEPS / JITTER_PART);
    }
}
