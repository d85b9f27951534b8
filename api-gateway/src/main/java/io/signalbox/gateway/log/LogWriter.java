package io.signalbox.gateway.log;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.TaskId;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * Appends to the log of an attempt by position. Thread-safe; nothing blocks the caller. Any gateway may append to any log: what
 * another one stored meanwhile is found and skipped.
 */
public interface LogWriter {

    /**
     * Stores {@code lines} as the events from {@code startFrom} on. Repeating a batch, also a longer or overlapping one, stores
     * nothing twice (C20). The future completes when the store has the events.
     *
     * @param lines events as JSON, each without its line end
     */
    CompletableFuture<AppendOutcome> append(AttemptId attempt, TaskId task, long startFrom, List<byte[]> lines);

    /**
     * Seals the log when everything is there: up to {@code logEnd} where the runner stated it, else up to the event
     * {@code job_finished}. What is still missing keeps it open, until {@link #sealAsIs}. Idempotent.
     */
    CompletableFuture<SealOutcome> seal(AttemptId attempt, TaskId task, OptionalLong logEnd);

    /** Seals the log now and states what is missing, for an attempt that ended a while ago (C21). Idempotent. */
    CompletableFuture<SealOutcome> sealAsIs(AttemptId attempt, TaskId task, OptionalLong logEnd);
}
