package io.signalbox.scheduler.core.duration;

import io.signalbox.model.task.TaskTerms;

/**
 * A task that ran to its end.
 *
 * @param terms of it
 * @param millis for how long its last attempt had its slot
 */
public record Took(TaskTerms terms, long millis) {}
