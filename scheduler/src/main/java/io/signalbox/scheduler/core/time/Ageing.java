package io.signalbox.scheduler.core.time;

import java.time.Duration;

/** What waiting adds to a priority: a point for every ten tasks that went before, and one for each minute. */
public final class Ageing {
    private static final double TASKS_FOR_A_POINT = 10;
    private static final double MILLIS_FOR_A_POINT = Duration.ofMinutes(1).toMillis();

    private Ageing() {}

    /** The points after so many tasks and so long a time. */
    public static double points(double tasks, double millis) {
        return tasks / TASKS_FOR_A_POINT + millis / MILLIS_FOR_A_POINT;
    }
}
