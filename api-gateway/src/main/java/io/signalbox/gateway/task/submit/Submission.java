package io.signalbox.gateway.task.submit;

import io.signalbox.gateway.security.Caller;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.spec.TaskSpec;
import java.util.Optional;

/**
 * What a caller wants to be run.
 *
 * @param spec what
 * @param key the caller's name for this very submission (C24)
 * @param retryOf the task that this one repeats
 * @param caller who wants it
 */
public record Submission(TaskSpec spec, Optional<String> key, Optional<TaskId> retryOf, Caller caller) {}
