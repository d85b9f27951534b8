package io.signalbox.gateway.project;

import io.signalbox.model.policy.ProjectPolicy;
import io.signalbox.model.rule.Violation;
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
 */
record ProjectSettings(
        @Nullable Integer weight,
        @Nullable Integer cap,
        @Nullable Integer backlog) {
    private static final int HEAVIEST = 1_000;
    private static final int MOST = 1_000_000;

    ProjectPolicy policy() {
        return new ProjectPolicy(Objects.requireNonNullElse(weight, ProjectPolicy.DEFAULT.weight()), cap, backlog);
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
        return found;
    }
}
