package io.signalbox.scheduler.core.view;

import io.signalbox.model.id.ProjectName;
import io.signalbox.model.task.TaskTerms;

/**
 * A live attempt.
 *
 * @param terms of its task
 * @param since since when it has had its slot, in milliseconds
 */
public record Work(TaskTerms terms, long since) {

    /** Whose task it is. */
    public ProjectName project() {
        return terms.project();
    }
}
