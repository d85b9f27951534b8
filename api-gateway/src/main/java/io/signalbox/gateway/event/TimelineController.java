package io.signalbox.gateway.event;

import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.json.Page;
import io.signalbox.gateway.openapi.Described;
import io.signalbox.gateway.relay.refusal.RefusalStore;
import io.signalbox.gateway.security.Caller;
import io.signalbox.gateway.task.StoredTask;
import io.signalbox.gateway.task.TaskPaths;
import io.signalbox.gateway.task.Tasks;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Everything that happened to one task: its events, and what was refused about its attempts (I2). */
@RestController
public final class TimelineController {
    private final Tasks tasks;
    private final EventStore events;
    private final RefusalStore refusals;

    /** Reads {@code events} and {@code refusals} of a task that {@code tasks} knows. */
    public TimelineController(Tasks tasks, EventStore events, RefusalStore refusals) {
        this.tasks = tasks;
        this.events = events;
        this.refusals = refusals;
    }

    @GetMapping(TaskPaths.TASK + "/timeline")
    @Needs(Role.VIEWER)
    @Described(id = "taskTimeline", summary = "Tells all that happened to a task")
    Page<FeedEvent> timeline(@PathVariable String id, Caller caller) {
        StoredTask task = tasks.require(id, caller);
        return new Page<>(new Timeline(task).of(events.of(task.id()), refusals.of(task.id())), null);
    }
}
