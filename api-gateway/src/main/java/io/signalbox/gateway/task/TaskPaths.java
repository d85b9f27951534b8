package io.signalbox.gateway.task;

import io.signalbox.model.id.TaskId;

/** Addresses of tasks in the client API. */
public final class TaskPaths {
    /** All tasks. */
    public static final String TASKS = "/api/v1/tasks";
    /** One task; its id is the path variable {@code id}. */
    public static final String TASK = TASKS + "/{id}";

    private TaskPaths() {}

    /** The address of one task. */
    public static String of(TaskId task) {
        return TASKS + "/" + task;
    }
}
