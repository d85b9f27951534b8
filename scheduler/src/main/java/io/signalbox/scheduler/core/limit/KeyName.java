package io.signalbox.scheduler.core.limit;

import io.signalbox.model.id.ProjectName;
import io.signalbox.model.task.TaskTerms;
import org.jspecify.annotations.Nullable;

/**
 * A concurrency key: the same word in two projects is two keys.
 *
 * @param project whose tasks share it
 * @param key the word
 */
public record KeyName(ProjectName project, String key) {

    /** The key of a task with these terms; null when it has none. */
    public static @Nullable KeyName of(TaskTerms terms) {
        return terms.concurrency() == null
                ? null
                : new KeyName(terms.project(), terms.concurrency().key());
    }
}
