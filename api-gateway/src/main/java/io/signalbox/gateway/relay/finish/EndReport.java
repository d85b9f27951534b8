package io.signalbox.gateway.relay.finish;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;

/**
 * The report {@code <attempt>:finished}.
 *
 * @param attempt which attempt
 * @param task of which task
 * @param runner who says so
 * @param end how it ended
 */
public record EndReport(AttemptId attempt, TaskId task, RunnerId runner, AttemptEnd end) {}
