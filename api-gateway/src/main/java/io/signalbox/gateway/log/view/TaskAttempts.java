package io.signalbox.gateway.log.view;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.task.TaskState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of a task, whose logs can be read.
 *
 * @param project of the task
 * @param state of the task
 * @param attempts in order of their numbers, the live one last
 * @param logPurgedAt since when there is no log of them any more (C25); absent: there is
 */
public record TaskAttempts(
        ProjectName project,
        TaskState state,
        List<Numbered> attempts,
        @Nullable Instant logPurgedAt) {

    /** The attempt with the number, or the newest one. */
    public Optional<Numbered> select(Optional<Integer> number) {
        return attempts.reversed().stream()
                .filter(attempt -> number.isEmpty() || number.get() == attempt.number())
                .findFirst();
    }

    /**
     * One attempt.
     *
     * @param id its id
     * @param number from 1
     * @param live whether it has not ended
     */
    public record Numbered(AttemptId id, int number, boolean live) {}

    /** Finds the attempts of a task; blocks. */
    @FunctionalInterface
    public interface Finder {
        /** What is known of the task; empty: there is no such task. */
        Optional<TaskAttempts> of(TaskId task);
    }
}
