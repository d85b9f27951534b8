package io.signalbox.bench.adapter.http;

import io.signalbox.model.relay.FinishedAttempt;
import io.signalbox.model.relay.LogEvent;
import io.signalbox.model.task.AttemptResult;
import java.util.List;

/** Ends of tasks that pass, as our runner reports them. */
public final class Ending {
    private Ending() {}

    /** What it says of {@code true}: the log's events are in it. */
    public static FinishedAttempt atOnce() {
        long now = System.currentTimeMillis();
        List<String> events = List.of(
                line(new LogEvent.JobStarted(now / 1000, now)),
                line(new LogEvent.CommandStarted(now / 1000, now, "true")),
                line(new LogEvent.CommandFinished(now / 1000, now, "true", 0, now / 1000, now / 1000)),
                line(new LogEvent.JobFinished(now / 1000, now, "passed")));
        return new FinishedAttempt(AttemptResult.PASSED, 0, null, events.size(), 0, events);
    }

    /** After a log whose events up to {@code next} have been pushed. */
    static FinishedAttempt after(long next) {
        long now = System.currentTimeMillis();
        return new FinishedAttempt(
                AttemptResult.PASSED,
                0,
                null,
                next + 1,
                next,
                List.of(line(new LogEvent.JobFinished(now / 1000, now, "passed"))));
    }

    static String line(LogEvent event) {
        return SimulatedRunner.JSON.writerFor(LogEvent.class).writeValueAsString(event);
    }
}
