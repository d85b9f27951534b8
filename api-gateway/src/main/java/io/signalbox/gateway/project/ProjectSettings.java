package io.signalbox.gateway.project;

import io.signalbox.model.policy.ProjectPolicy;
import io.signalbox.model.rule.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a project is to be allowed; what is left out is as usual.
 *
 * @param weight its share of slot time
 * @param cap how many of its attempts may be live at once
 * @param backlog how many of its tasks may wait
 * @param retention how long a task is kept after its end
 * @param logRetention how long its log is kept; left out: as long as the task
 */
record ProjectSettings(
        @Nullable Integer weight,
        @Nullable Integer cap,
        @Nullable Integer backlog,
        @Nullable Duration retention,
        @Nullable Duration logRetention) {
    private static final int HEAVIEST = 1_000;
    private static final int MOST = 1_000_000;
    private static final Duration LONGEST = Duration.ofDays(3_650);
    private static final Duration SHORTEST_OF_LOG = Duration.ofHours(1);

    ProjectPolicy policy() {
        return new ProjectPolicy(
                Objects.requireNonNullElse(weight, ProjectPolicy.DEFAULT.weight()), cap, backlog, kept(), logRetention);
    }

    private Duration kept() {
        return Objects.requireNonNullElse(retention, ProjectPolicy.USUAL_RETENTION);
    }

    List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        if (weight != null && (weight < 1 || weight > HEAVIEST)) {
            found.add(new Violation("/weight", "must be from 1 to " + HEAVIEST));
        }
        if (cap != null && (cap < 1 || cap > MOST)) {
            found.add(new Violation("/cap", "must be from 1 to " + MOST));
        }
        if (backlog != null && (backlog < 0 || backlog > MOST)) {
            found.add(new Violation("/backlog", "must be from 0 to " + MOST));
        }
        if (isOutside(kept(), ProjectPolicy.SHORTEST_RETENTION, LONGEST)) {
            found.add(
                    new Violation("/retention", "must be from " + ProjectPolicy.SHORTEST_RETENTION + " to " + LONGEST));
        }
        if (logRetention != null && isOutside(logRetention, SHORTEST_OF_LOG, kept())) {
            found.add(new Violation(
                    "/logRetention", "must be from " + SHORTEST_OF_LOG + " to the retention of tasks, " + kept()));
        }
        return found;
    }

    private static boolean isOutside(Duration duration, Duration least, Duration most) {
        return duration.compareTo(least) < 0 || duration.compareTo(most) > 0;
    }
}
