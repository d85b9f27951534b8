package io.signalbox.gateway.log.purge;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.TaskId;
import java.util.List;

/**
 * A task of which there is to be no log.
 *
 * @param task which
 * @param attempts all that have run
 */
public record PurgeWish(TaskId task, List<AttemptId> attempts) {
    public PurgeWish {
        attempts = List.copyOf(attempts);
    }
}
