package io.signalbox.gateway.task.submit;

import io.signalbox.gateway.security.Caller;
import io.signalbox.gateway.task.StoredTask;
import io.signalbox.model.spec.TaskSpec;
import io.signalbox.model.task.TaskTerms;

/**
 * A task to be inserted.
 *
 * @param task as it will stand in the store
 * @param spec its specification
 * @param terms what the scheduler needs of it
 * @param submitter who wants it
 */
public record NewTask(StoredTask task, TaskSpec spec, TaskTerms terms, Caller submitter) {}
