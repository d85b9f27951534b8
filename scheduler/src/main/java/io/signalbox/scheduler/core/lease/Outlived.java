package io.signalbox.scheduler.core.lease;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.core.task.TaskStatus;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lost attempts whose process may still run, while their tasks wait for the next one (C9). What is iterated keeps its order. */
public final class Outlived {
    private final Map<AttemptId, LiveAttempt> attempts = new LinkedHashMap<>();
    private final Map<TaskId, LiveAttempt> ofTasks = new HashMap<>();

    public void add(LiveAttempt lost) {
        attempts.put(lost.id(), lost);
        ofTasks.put(lost.task().id(), lost);
    }

    public @Nullable LiveAttempt get(AttemptId id) {
        return attempts.get(id);
    }

    /** The one that this task lost last; null when nothing of it can run. */
    public @Nullable LiveAttempt of(TaskId task) {
        return ofTasks.get(task);
    }

    /** All of them, as they are now. */
    public List<LiveAttempt> all() {
        return List.copyOf(attempts.values());
    }

    /** Forgets those whose tasks do not wait any more. */
    public void forgetSucceeded() {
        attempts.values().removeIf(lost -> !(lost.task().status() instanceof TaskStatus.Queued));
        ofTasks.values().removeIf(lost -> !attempts.containsKey(lost.id()));
    }
}
