package io.signalbox.scheduler.loop.event;

import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import java.time.Instant;
import java.util.Map;

/** Events and their owners for tests. */
public final class Events {

    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Events() {}

    /** The n-th task. */
    public static TaskId task(int n) {
        return new TaskId("00000000-0000-7000-8000-%012d".formatted(n));
    }

    /** What the write that made {@code version} of the n-th task stored. */
    public static FeedEvent ofTask(int n, long version) {
        return new FeedEvent(
                task(n) + ":" + version + ".0",
                "task.assigned",
                ProjectName.DEFAULT,
                task(n),
                NOON,
                Map.of("number", 1));
    }

    /** The count-th event of a runner. */
    public static FeedEvent ofRunner(String runner, int count) {
        return new FeedEvent(runner + ":1." + count, "runner.online", null, null, NOON, Map.of());
    }
}
