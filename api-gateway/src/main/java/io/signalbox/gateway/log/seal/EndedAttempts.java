package io.signalbox.gateway.log.seal;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.TaskId;
import java.util.List;

/** Attempts that ended, in the order of the feed. Methods block and throw {@link io.signalbox.gateway.log.LogUnreadable}. */
public interface EndedAttempts {

    /** Sequence of the newest event. */
    long newest();

    /** Attempts that ended, after the cursor and up to {@code sequence}; at most {@code most}. */
    List<Ended> upTo(long sequence, int most);

    /**
     * Those of them that have run, of tasks whose logs are kept. One that was withdrawn has no log; to seal one that was purged would
     * bring it back (C25).
     */
    List<Ended> withLog(List<Ended> ended);

    /** Moves the cursor, which all gateways share, to {@code sequence}. It never goes back. */
    void passed(long sequence);

    /**
     * One attempt that ended.
     *
     * @param sequence its place in the feed
     * @param task whose
     * @param attempt which
     */
    record Ended(long sequence, TaskId task, AttemptId attempt) {}
}
