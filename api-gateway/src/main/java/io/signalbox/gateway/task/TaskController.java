package io.signalbox.gateway.task;

import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.json.Page;
import io.signalbox.gateway.openapi.Described;
import io.signalbox.gateway.problem.Parameters;
import io.signalbox.gateway.security.Caller;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.task.TaskState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows tasks. */
@RestController
public final class TaskController {
    private final TaskStore store;
    private final Tasks tasks;
    private final CompleteLogs logs;

    /** Shows what {@code store} holds. */
    public TaskController(TaskStore store, Tasks tasks, CompleteLogs logs) {
        this.store = store;
        this.tasks = tasks;
        this.logs = logs;
    }

    @GetMapping(TaskPaths.TASK)
    @Needs(Role.VIEWER)
    @Described(id = "getTask", summary = "Shows a task")
    TaskView get(@PathVariable String id, Caller caller) {
        StoredTask task = tasks.require(id, caller);
        Set<String> complete =
                logs.among(task.attempts().stream().map(StoredAttempt::id).toList());
        return TaskView.of(task, complete);
    }

    @GetMapping(TaskPaths.TASKS)
    @Needs(Role.VIEWER)
    @Described(id = "listTasks", summary = "Lists tasks, newest first")
    Page<TaskView> list(
            @RequestParam Optional<String> project,
            @RequestParam(name = "state", required = false) @Nullable List<String> states,
            @RequestParam(name = "label", required = false) @Nullable List<String> labels,
            @RequestParam Optional<String> limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        TaskQuery query = new TaskQuery(
                caller.scope().narrowedTo(project.map(text -> Parameters.parse("project", text, ProjectName::new))),
                Parameters.all("state", states, TaskState::of),
                Parameters.all("label", labels, TaskController::label),
                cursor.map(text -> Parameters.require("cursor", TaskCursor.parse(text), "a cursor of this list")),
                Parameters.limit(limit));
        List<StoredTask> found = store.list(query);
        String next = found.size() < query.limit()
                ? null
                : cursorAfter(found.getLast()).text();
        return new Page<>(
                found.stream().map(task -> TaskView.of(task, Set.of())).toList(), next);
    }

    private static TaskCursor cursorAfter(StoredTask task) {
        return new TaskCursor(task.times().createdAt(), task.id());
    }

    private static String label(String text) {
        if (text.indexOf('=') < 1) {
            throw new IllegalArgumentException("a label must be key=value");
        }
        return text;
    }
}
