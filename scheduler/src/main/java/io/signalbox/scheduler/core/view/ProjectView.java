package io.signalbox.scheduler.core.view;

import io.signalbox.model.policy.ProjectPolicy;
import io.signalbox.scheduler.core.duration.Spread;

/**
 * A project at that moment.
 *
 * @param weight its share
 * @param live how many of its attempts are live
 * @param most how many may be
 * @param usual how long its tasks take
 */
public record ProjectView(int weight, int live, int most, Spread usual) {
    /** One of which nothing is known. */
    public static final ProjectView UNKNOWN =
            new ProjectView(ProjectPolicy.DEFAULT.weight(), 0, Integer.MAX_VALUE, Spread.UNKNOWN);

    /** How many more may become live. */
    public int room() {
        return Math.max(0, most - live);
    }
}
