package io.signalbox.gateway.log.seal;

import io.signalbox.gateway.log.LogUnreadable;
import io.signalbox.gateway.log.LogWriter;
import io.signalbox.gateway.log.SealOutcome;
import io.signalbox.gateway.log.seal.EndedAttempts.Ended;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals the log of an attempt 60 s after its end if nobody has, and states what is missing (C21). A log that its runner finished is
 * sealed long before; sealing it again changes nothing. Every gateway may do it at the same time.
 */
public final class SealAbandoned {
    private static final Logger LOG = LoggerFactory.getLogger(SealAbandoned.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AT_ONCE = 200;

    private final EndedAttempts ended;
    private final LogWriter writer;
    private final LongSupplier nanoTime;
    private final Deque<Seen> seen = new ArrayDeque<>();

    /** Makes the duty; {@code nanoTime} is this process's monotonic clock (C22). */
    public SealAbandoned(EndedAttempts ended, LogWriter writer, LongSupplier nanoTime) {
        this.ended = ended;
        this.writer = writer;
        this.nanoTime = nanoTime;
    }

    /** Does what is due; to be called every 10 s or so. Blocks. What fails is tried again by the next call. */
    public void run() {
        try {
            seen.addLast(new Seen(nanoTime.getAsLong(), ended.newest()));
            sealUpTo(seenLongAgo());
        } catch (LogUnreadable e) {
            LOG.warn("Postponed the sealing of abandoned logs: {}", e.detail());
        }
    }

    /** The newest event of a minute ago: whatever came up to it has had its time. */
    private long seenLongAgo() {
        long horizon = -1;
        long now = nanoTime.getAsLong();
        while (!seen.isEmpty() && now - seen.getFirst().at() >= PATIENCE.toNanos()) {
            horizon = seen.removeFirst().newest();
        }
        return horizon;
    }

    private void sealUpTo(long horizon) {
        List<Ended> due = horizon < 0 ? List.of() : ended.upTo(horizon, AT_ONCE);
        while (!due.isEmpty()) {
            for (Ended attempt : ended.withLog(due)) {
                SealOutcome outcome = writer.sealAsIs(attempt.attempt(), attempt.task(), OptionalLong.empty())
                        .join();
                if (!(outcome instanceof SealOutcome.Sealed)) {
                    return;
                }
            }
            ended.passed(due.getLast().sequence());
            due = ended.upTo(horizon, AT_ONCE);
        }
        if (horizon >= 0) {
            ended.passed(horizon);
        }
    }

    private record Seen(long at, long newest) {}
}
