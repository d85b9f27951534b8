package io.signalbox.gateway.relay.refusal;

import io.signalbox.model.id.TaskId;
import java.util.List;

/** Keeps what was refused for as long as the task. Thread-safe. */
public interface RefusalStore {

    /**
     * Adds to what is kept of its kind and attempt. Never blocks; what the store does not take is lost to the timeline, and counted
     * nevertheless.
     */
    void add(KeptRefusal refusal);

    /** Forgets what was refused about attempts of this task, which is to be purged (C25); blocks for a round trip, and may be repeated. */
    void forget(TaskId task);

    /** What was refused about attempts of this task, in no order; blocks for a round trip. */
    List<KeptRefusal> of(TaskId task);
}
