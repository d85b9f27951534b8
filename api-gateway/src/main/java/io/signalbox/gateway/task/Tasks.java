package io.signalbox.gateway.task;

import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.security.Caller;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.id.TaskId;

/** Finds the task that a request names. */
public final class Tasks {
    private final TaskStore store;

    /** Looks into {@code store}. */
    public Tasks(TaskStore store) {
        this.store = store;
    }

    /** The task with this id; what is no id, what nobody has and what is none of the caller's is the problem {@code not_found}. */
    public StoredTask require(String id, Caller caller) {
        if (!TaskId.isValid(id)) {
            throw missing(id);
        }
        return store.find(new TaskId(id))
                .filter(task -> caller.scope().includes(task.project()))
                .orElseThrow(() -> missing(id));
    }

    private static RuntimeException missing(String id) {
        String shown = id.length() <= 36 ? id : id.substring(0, 36) + "…";
        return Problem.of(ErrorCode.NOT_FOUND, "There is no task '" + shown + "'")
                .toException();
    }
}
