package io.signalbox.gateway.adapter.mongo.relay;

import io.signalbox.gateway.relay.claim.AssignedTask;
import io.signalbox.gateway.relay.claim.LiveAttempt;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Fence;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.AttemptFields;
import io.signalbox.model.store.TaskFields;
import io.signalbox.model.task.ReasonCode;
import java.util.Optional;
import org.bson.Document;

/** Reads the live attempt out of a task's document; the scheduler writes it. */
final class LiveAttemptDocument {
    private LiveAttemptDocument() {}

    /** What the task has to run; nothing when no attempt lives. */
    static Optional<AssignedTask> assigned(Document task) {
        return live(task)
                .map(attempt -> new AssignedTask(
                        attempt, new ProjectName(task.getString(TaskFields.PROJECT)), task.getString(TaskFields.SPEC)));
    }

    static Optional<LiveAttempt> live(Document task) {
        return Optional.ofNullable(task.get(TaskFields.ATTEMPT, Document.class))
                .map(attempt -> new LiveAttempt(
                        new TaskId(task.getString(TaskFields.ID)),
                        new AttemptId(attempt.getString(AttemptFields.ID)),
                        (int) number(attempt, AttemptFields.NUMBER),
                        new Fence(number(attempt, AttemptFields.FENCE)),
                        new Epoch(number(attempt, AttemptFields.EPOCH)),
                        new SlotRef(new RunnerId(attempt.getString(AttemptFields.RUNNER)), (int)
                                number(attempt, AttemptFields.SLOT)),
                        new Generation(number(attempt, AttemptFields.GENERATION)),
                        Optional.ofNullable(attempt.getString(AttemptFields.STOP_CAUSE))
                                .map(ReasonCode::of)));
    }

    private static long number(Document attempt, String field) {
        return attempt.get(field, Number.class).longValue();
    }
}
