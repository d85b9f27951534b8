package io.signalbox.scheduler.core.task;

import io.signalbox.model.task.TaskTerms;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Terms that many tasks share: kept once for all tasks that differ only in their times, so that a waiting task stays small.
 * Only looked up by equality, never iterated.
 */
public final class Terms {
    private final Map<TaskTerms, Shared> shared = new HashMap<>();

    /** The shared copy of {@code terms}, without its times; it is given back by {@link #release}. */
    public TaskTerms share(TaskTerms terms) {
        Shared entry = shared.computeIfAbsent(timeless(terms), Shared::new);
        entry.users++;
        return entry.terms;
    }

    /** One user less. */
    public void release(TaskTerms terms) {
        Shared entry = shared.get(terms);
        if (entry != null && --entry.users == 0) {
            shared.remove(terms);
        }
    }

    /** How many different ones there are. */
    public int size() {
        return shared.size();
    }

    private static TaskTerms timeless(TaskTerms terms) {
        return new TaskTerms(
                terms.project(),
                terms.pool(),
                terms.tags(),
                terms.priority(),
                Instant.EPOCH,
                null,
                terms.queueTimeout(),
                terms.timeout(),
                terms.stopGrace(),
                terms.retry(),
                terms.onLost(),
                terms.concurrency(),
                terms.fallback());
    }

    private static final class Shared {
        private final TaskTerms terms;
        private int users;

        private Shared(TaskTerms terms) {
            this.terms = terms;
        }
    }
}
