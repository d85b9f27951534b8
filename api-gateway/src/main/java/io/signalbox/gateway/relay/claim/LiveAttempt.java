package io.signalbox.gateway.relay.claim;

import io.signalbox.gateway.core.slot.Assignment;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Fence;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.task.ReasonCode;
import java.util.Optional;

/**
 * The live attempt of a task, as the task's document shows it.
 *
 * @param task whose
 * @param id its id
 * @param number 1, 2, …
 * @param fence what its results must carry
 * @param epoch of the leader that assigned it or stamped it anew
 * @param slot where it was put
 * @param generation of the slot's runner then
 * @param stop why it must end, if it must
 */
public record LiveAttempt(
        TaskId task,
        AttemptId id,
        int number,
        Fence fence,
        Epoch epoch,
        SlotRef slot,
        Generation generation,
        Optional<ReasonCode> stop) {

    /** It as an assignment. */
    public Assignment assignment() {
        return new Assignment(task, id, generation);
    }
}
