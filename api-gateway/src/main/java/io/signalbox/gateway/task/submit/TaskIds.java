package io.signalbox.gateway.task.submit;

import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Gives a submission its task's id: derived from the key, or else fresh and sorted by time (C24). Thread-safe. */
public final class TaskIds {
    private final Supplier<RandomGenerator> random;

    /** Takes randomness from what {@code random} gives to the calling thread. */
    public TaskIds(Supplier<RandomGenerator> random) {
        this.random = random;
    }

    /** The id of a task submitted at {@code now}. */
    public TaskId of(ProjectName project, Optional<String> key, Instant now) {
        return key.map(it -> TaskId.forKey(project, it)).orElseGet(() -> fresh(now));
    }

    private TaskId fresh(Instant now) {
        RandomGenerator source = random.get();
        return TaskId.timeOrdered(now.toEpochMilli(), source.nextLong(), source.nextLong());
    }
}
