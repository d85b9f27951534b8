package io.signalbox.scheduler.core.runner;

import io.signalbox.model.id.AttemptId;
import org.jspecify.annotations.Nullable;

/**
 * One slot in a runner's document.
 *
 * @param number which
 * @param sync number of its newest sync; 0 before the first
 * @param attempt what the newest sync names; absent: the runner says that it is idle
 * @param beat counter of stored beats (C7)
 */
public record SlotReading(int number, long sync, @Nullable AttemptId attempt, long beat) {}
