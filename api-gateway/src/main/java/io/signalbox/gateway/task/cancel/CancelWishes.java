package io.signalbox.gateway.task.cancel;

import io.signalbox.model.id.TaskId;
import java.time.Instant;

/** Keeps the wishes to cancel. Blocks for a round trip. */
@FunctionalInterface
public interface CancelWishes {

    /**
     * Stores that {@code by} wants {@code task} to be canceled; a second wish changes nothing.
     *
     * @param task which
     * @param by id of the caller's token
     * @param at when, by this gateway's clock
     * @return since when it is wished
     */
    Instant wish(TaskId task, String by, Instant at);
}
