package io.signalbox.gateway.relay;

import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;
import java.util.Optional;

/**
 * A call of a runner about an attempt that was refused. The attempt is what the runner named, and may be none.
 *
 * @param refusal what kind of call
 * @param attempt about which attempt
 * @param task whose attempt it is, where the relay knows it
 * @param runner who called
 * @param why for people
 */
public record RefusedCall(Refusal refusal, AttemptId attempt, Optional<TaskId> task, RunnerId runner, String why) {

    /** About an attempt of which nothing but the name is known. */
    public RefusedCall(Refusal refusal, AttemptId attempt, RunnerId runner, String why) {
        this(refusal, attempt, Optional.empty(), runner, why);
    }
}
