package io.signalbox.gateway.task;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.TaskState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attempt as it stands in its task's document.
 *
 * @param id its id
 * @param number 1 for the first that started
 * @param runner which runner has or had it
 * @param runnerName for people
 * @param state how it ended, or that it is assigned or running
 * @param reason why it ended so
 * @param startedAt when its commands began
 * @param finishedAt when it ended
 * @param exitCode of its last command
 * @param refused kinds of reports that came after its end (I2)
 */
public record StoredAttempt(
        AttemptId id,
        int number,
        RunnerId runner,
        String runnerName,
        TaskState state,
        @Nullable Reason reason,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Integer exitCode,
        List<String> refused) {
    public StoredAttempt {
        refused = List.copyOf(refused);
    }
}
