package io.signalbox.scheduler.core.retention;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.policy.ProjectPolicy;
import io.signalbox.model.spec.OnLost;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.limit.Policies;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says by its age what of a finished task may go (C25). A lost task stays for as long as its process may still hold a concurrency key, since
 * a new leader recalls that from it (C9); and one that a runner still names stays, so that what the runner says about it meets a seal.
 *
 * @param policies for how long each project's tasks are kept
 * @param now by the store's clock
 * @param named attempts that some runner's slot names
 */
public record Retention(Policies policies, Instant now, Set<AttemptId> named) {
    public Retention {
        named = Set.copyOf(named);
    }

    /** What ended later than this stays, whosever it is. */
    public Instant latest() {
        Duration shortest = Stream.concat(Stream.of(ProjectPolicy.DEFAULT), policies.projects().values().stream())
                .map(policy -> shorter(policy.logRetention(), policy.retention()))
                .reduce(ProjectPolicy.USUAL_RETENTION, Retention::shorter);
        return now.minus(shortest);
    }

    /** What of it may go. */
    public Due of(FinishedTask task) {
        if (task.attempts().stream().anyMatch(named::contains)) {
            return Due.NOTHING;
        }
        ProjectPolicy policy = policies.of(task.project());
        Duration age = Duration.between(task.finishedAt(), now);
        Duration kept = task.state() == TaskState.LOST ? longer(policy.retention()) : policy.retention();
        if (age.compareTo(kept) >= 0) {
            return Due.TASK;
        }
        return age.compareTo(shorter(policy.logRetention(), kept)) >= 0 ? Due.LOG : Due.NOTHING;
    }

    private static Duration longer(Duration retention) {
        return retention.compareTo(OnLost.LONGEST) < 0 ? OnLost.LONGEST : retention;
    }

    private static Duration shorter(@Nullable Duration one, Duration other) {
        return one == null || one.compareTo(other) > 0 ? other : one;
    }
}
