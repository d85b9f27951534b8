package io.signalbox.model.policy;

import org.jspecify.annotations.Nullable;

/**
 * What a project may use.
 *
 * @param weight its share of slot time among projects that wait with the same priority, in proportion to theirs
 * @param cap how many of its attempts may be live at once; absent: no limit
 */
public record ProjectPolicy(int weight, @Nullable Integer cap) {
    /** What holds for a project of which nothing was said. */
    public static final ProjectPolicy DEFAULT = new ProjectPolicy(1, null);
}
