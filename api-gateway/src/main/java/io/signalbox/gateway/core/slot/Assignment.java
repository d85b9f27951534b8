package io.signalbox.gateway.core.slot;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.TaskId;

/**
 * An attempt that the scheduler put on the slot. Only its claim says whether that still holds (C1).
 *
 * @param task what to run
 * @param attempt which try of it
 * @param generation of the runner for which it was meant
 */
public record Assignment(TaskId task, AttemptId attempt, Generation generation) {}
