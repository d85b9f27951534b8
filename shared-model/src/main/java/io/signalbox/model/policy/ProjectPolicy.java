package io.signalbox.model.policy;

import org.jspecify.annotations.Nullable;

/**
 * What a project may use.
 *
 * @param weight its share of slot time among projects that wait with the same priority, in proportion to theirs
 * @param cap how many of its attempts may be live at once; absent: no limit
 * @param backlog how many of its tasks may wait; absent: as many as of all together
 */
public record ProjectPolicy(
        int weight, @Nullable Integer cap, @Nullable Integer backlog) {
    /** What holds for a project of which nothing was said. */
    public static final ProjectPolicy DEFAULT = new ProjectPolicy(1, null);

    /** One whose tasks may wait in any number. */
    public ProjectPolicy(int weight, @Nullable Integer cap) {
        this(weight, cap, null);
    }
}
