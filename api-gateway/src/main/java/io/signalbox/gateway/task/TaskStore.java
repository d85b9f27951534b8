package io.signalbox.gateway.task;

import io.signalbox.model.id.TaskId;
import java.util.List;
import java.util.Optional;

/**
 * Tasks as they may leave the system: only what a majority of the store holds (C23). Methods block for a round trip and end with
 * the problem {@code store_unavailable} when the store is away.
 */
public interface TaskStore {

    /** The task with its specification. */
    Optional<StoredTask> find(TaskId id);

    /** Tasks without their specifications, newest first, at most as many as asked for. */
    List<StoredTask> list(TaskQuery query);
}
