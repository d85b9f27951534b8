package io.signalbox.model.policy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a project may use.
 *
 * @param weight its share of slot time among projects that wait with the same priority, in proportion to theirs
 * @param cap how many of its attempts may be live at once; absent: no limit
 * @param backlog how many of its tasks may wait; absent: as many as of all together
 * @param retention how long a task is kept after its end
 * @param logRetention how long its log is kept; absent: as long as the task
 */
public record ProjectPolicy(
        int weight,
        @Nullable Integer cap,
        @Nullable Integer backlog,
        Duration retention,
        @Nullable Duration logRetention) {
    /** How long a task is kept unless its project says otherwise. */
    public static final Duration USUAL_RETENTION = Duration.ofDays(30);
    /** An idempotency key must stand for its task for at least this long (I7). */
    public static final Duration SHORTEST_RETENTION = Duration.ofDays(1);
    /** What holds for a project of which nothing was said. */
    public static final ProjectPolicy DEFAULT = new ProjectPolicy(1, null);

    /** One whose tasks may wait in any number, and are kept as usual. */
    public ProjectPolicy(int weight, @Nullable Integer cap) {
        this(weight, cap, null, USUAL_RETENTION, null);
    }
}
