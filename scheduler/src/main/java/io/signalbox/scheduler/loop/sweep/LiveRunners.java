package io.signalbox.scheduler.loop.sweep;

import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.core.task.TaskStatus;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Which runners have a live attempt, so that the sweep looks at these more often: their beats keep leases (C8). The loop notes what
 * it stored or read; the sweep asks.
 */
public final class LiveRunners {

    private final Map<TaskId, RunnerId> runners = new ConcurrentHashMap<>();

    /** The task stands there now. */
    public void note(TaskId task, TaskStatus status) {
        switch (status) {
            case TaskStatus.Live live -> runners.put(task, live.attempt().slot().runner());
            case TaskStatus.Queued _, TaskStatus.Ended _ -> runners.remove(task);
        }
    }

    Set<RunnerId> all() {
        return runners.values().stream().collect(Collectors.toSet());
    }
}
