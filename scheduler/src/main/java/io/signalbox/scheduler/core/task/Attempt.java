package io.signalbox.scheduler.core.task;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Fence;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.SlotRef;
import java.time.Instant;

/**
 * A live attempt: one try of a task, given to one slot.
 *
 * @param id its identity
 * @param number 1, 2, …; an attempt that never started gives its number back
 * @param fence the task's fence while it is current
 * @param epoch leadership that assigned it or stamped it anew (C15)
 * @param slot where it may run
 * @param runnerName for people
 * @param generation registration of the runner that was meant
 * @param pool of the runner
 * @param relay gateway that held the slot when it was published last
 * @param assignedAt when it was made
 */
public record Attempt(
        AttemptId id,
        int number,
        Fence fence,
        Epoch epoch,
        SlotRef slot,
        String runnerName,
        Generation generation,
        PoolName pool,
        RelayId relay,
        Instant assignedAt) {

    /** The same attempt under the leadership of {@code newer} (C15). */
    public Attempt stampedBy(Epoch newer) {
        return new Attempt(id, number, fence, newer, slot, runnerName, generation, pool, relay, assignedAt);
    }
}
