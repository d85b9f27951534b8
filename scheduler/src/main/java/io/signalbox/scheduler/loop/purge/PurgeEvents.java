package io.signalbox.scheduler.loop.purge;

import io.signalbox.scheduler.core.retention.FeedReach;
import io.signalbox.scheduler.core.time.Now;
import io.signalbox.scheduler.loop.leadership.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the oldest events when they have been kept long enough (C25), in bounded batches; whoever reads with a cursor from before
 * them is told so. A batch that is removed twice, or by a leader that was outlived, is the same batch. Not safe for use by many threads.
 */
public final class PurgeEvents implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(PurgeEvents.class);
    private static final int BATCH = 2_000;
    private static final Duration REST = Duration.ofMinutes(1);

    private final Term term;
    private final OldEvents events;
    private final Duration kept;
    private final Supplier<Now> time;
    private final IntConsumer purged;
    private long nextPassAt = Long.MIN_VALUE;
    private int removed;

    /**
     * @param term whose leader removes
     * @param events from where
     * @param kept for how long
     * @param time what time it is
     * @param purged hears how many were removed
     */
    public PurgeEvents(Term term, OldEvents events, Duration kept, Supplier<Now> time, IntConsumer purged) {
        this.term = term;
        this.events = events;
        this.kept = kept;
        this.time = time;
        this.purged = purged;
    }

    /** Removes one batch; when nothing more is due it rests. While the store's time is unknown nothing is due (C22). */
    @Override
    public void run() {
        Now now = time.get();
        Instant known = now.store();
        if (known == null || !term.mayCommit() || now.monotonicMillis() < nextPassAt) {
            return;
        }
        FeedReach reach = events.reach(BATCH);
        OptionalLong upTo = reach.purgeable(known, kept);
        if (upTo.isPresent() && term.mayCommit()) {
            events.remove(upTo.getAsLong());
            int count = Math.toIntExact(reach.oldest().stream()
                    .filter(event -> event.sequence() <= upTo.getAsLong())
                    .count());
            removed += count;
            purged.accept(count);
        } else {
            rest(now.monotonicMillis());
        }
    }

    private void rest(long monotonicMillis) {
        nextPassAt = monotonicMillis + REST.toMillis();
        if (removed > 0) {
            LOG.info("Purged {} events that had been kept for {}", removed, kept);
            removed = 0;
        }
    }
}
