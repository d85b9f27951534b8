package io.signalbox.gateway.event;

import io.signalbox.gateway.json.Page;
import io.signalbox.gateway.task.StoredAttempt;
import io.signalbox.gateway.task.StoredTask;
import io.signalbox.gateway.task.TaskPaths;
import io.signalbox.gateway.task.Tasks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Everything that happened to one task: its events, and the reports that were refused because they came too late (I2). */
@RestController
public final class TimelineController {
    private static final String REFUSED = "report.refused";

    private final Tasks tasks;
    private final EventStore events;

    /** Reads {@code events} of a task that {@code tasks} knows. */
    public TimelineController(Tasks tasks, EventStore events) {
        this.tasks = tasks;
        this.events = events;
    }

    @GetMapping(TaskPaths.TASK + "/timeline")
    Page<FeedEvent> timeline(@PathVariable String id) {
        StoredTask task = tasks.require(id);
        List<FeedEvent> items = new ArrayList<>(events.of(task.id()));
        task.attempts().stream().flatMap(attempt -> refusals(task, attempt)).forEach(items::add);
        return new Page<>(items, null);
    }

    private static Stream<FeedEvent> refusals(StoredTask task, StoredAttempt attempt) {
        Instant end = attempt.finishedAt() == null ? task.times().createdAt() : attempt.finishedAt();
        return attempt.refused().stream()
                .map(kind -> new FeedEvent(
                        null,
                        attempt.id() + ":" + kind + ":refused",
                        REFUSED,
                        end,
                        task.project(),
                        task.id(),
                        Map.of("attempt", attempt.id().value(), "number", attempt.number(), "kind", kind)));
    }
}
