package io.signalbox.scheduler.core.retention;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.task.TaskState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task that has ended, and whose events all stand in the feed.
 *
 * @param id its id
 * @param project whose retention counts
 * @param state how it ended
 * @param commit mark of the write that ended it; no other write of any task has the same (C16)
 * @param finishedAt when
 * @param attempts all that have run
 * @param logPurgedAt when it was decided that there is no log of it any more; absent: it was not
 */
public record FinishedTask(
        TaskId id,
        ProjectName project,
        TaskState state,
        String commit,
        Instant finishedAt,
        List<AttemptId> attempts,
        @Nullable Instant logPurgedAt) {
    public FinishedTask {
        attempts = List.copyOf(attempts);
    }
}
