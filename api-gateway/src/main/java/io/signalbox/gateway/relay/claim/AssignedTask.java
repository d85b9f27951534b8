package io.signalbox.gateway.relay.claim;

import io.signalbox.model.id.ProjectName;

/**
 * A task with a live attempt, and what it is to run.
 *
 * @param attempt the live attempt
 * @param project whose task it is
 * @param spec JSON text of its {@link io.signalbox.model.spec.TaskSpec}
 */
public record AssignedTask(LiveAttempt attempt, ProjectName project, String spec) {}
