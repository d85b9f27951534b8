package io.signalbox.gateway.log.purge;

import io.signalbox.gateway.log.ChunkStore;
import io.signalbox.gateway.log.LogTail;
import io.signalbox.gateway.log.LogUnreadable;
import io.signalbox.gateway.log.LogWriter;
import io.signalbox.gateway.log.SealOutcome;
import io.signalbox.gateway.relay.refusal.RefusalStore;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the logs that the scheduler wishes removed, and what was refused about their attempts, in bounded batches (C25). A log that
 * nobody has sealed is sealed first. Every gateway may do it at the same time, and each step may be repeated: the wish goes last.
 */
public final class PurgeLogs implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(PurgeLogs.class);
    private static final int WISHES = 200;
    private static final int CHUNKS = 200;

    private final PurgeWishes wishes;
    private final ChunkStore chunks;
    private final LogWriter writer;
    private final RefusalStore refusals;
    private final IntConsumer purged;

    /**
     * Makes the duty.
     *
     * @param chunks are removed
     * @param writer seals what is open
     * @param refusals are forgotten with the log
     * @param purged hears of how many tasks the log was removed
     */
    public PurgeLogs(
            PurgeWishes wishes, ChunkStore chunks, LogWriter writer, RefusalStore refusals, IntConsumer purged) {
        this.wishes = wishes;
        this.chunks = chunks;
        this.writer = writer;
        this.refusals = refusals;
        this.purged = purged;
    }

    /** Does what is wished; to be called every few seconds. Blocks. What fails is tried again by the next call. */
    @Override
    public void run() {
        try {
            int all = 0;
            @Nullable TaskId after = null;
            List<PurgeWish> page;
            do {
                page = wishes.page(after, WISHES);
                after = page.isEmpty() ? after : page.getLast().task();
                all += fulfil(wishes.decided(page));
            } while (page.size() == WISHES);
            if (all > 0) {
                LOG.info("Purged the logs of {} tasks that had been kept long enough", all);
            }
        } catch (LogUnreadable e) {
            LOG.warn("Postponed the purge of logs: {}", e.detail());
        }
    }

    private int fulfil(List<PurgeWish> decided) {
        List<TaskId> gone = new ArrayList<>();
        for (PurgeWish wish : decided) {
            if (wish.attempts().stream().allMatch(attempt -> isSealed(attempt, wish.task()))) {
                wish.attempts().forEach(this::remove);
                refusals.forget(wish.task());
                gone.add(wish.task());
            }
        }
        if (!gone.isEmpty()) {
            wishes.fulfilled(gone);
            purged.accept(gone.size());
        }
        return gone.size();
    }

    /** A log of which nothing is there is one that was removed before. */
    private boolean isSealed(AttemptId attempt, TaskId task) {
        return chunks.tail(attempt).map(LogTail::sealed).orElse(true)
                || writer.sealAsIs(attempt, task, OptionalLong.empty()).join() instanceof SealOutcome.Sealed;
    }

    private void remove(AttemptId attempt) {
        int removed;
        do {
            removed = chunks.remove(attempt, CHUNKS);
        } while (removed == CHUNKS);
    }
}
