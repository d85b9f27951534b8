package io.signalbox.bench.adapter.load;

import io.signalbox.bench.adapter.http.Installation;
import io.signalbox.bench.adapter.http.TaskClient;
import io.signalbox.bench.measure.Spread;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/**
 * From the moment before a submission is sent to the start of the task's first command, by the runner's own log; both clocks are this
 * machine's. Tasks arrive at a fixed rate, whether or not the system keeps up.
 *
 * @param rate tasks per second
 * @param warmUp runs first, against runners of its own: a system that has just started compiles more than it works, and what piled up meanwhile
 *     would be measured for minutes
 * @param duration measured
 */
public record Pickup(int rate, Load warmUp, Duration duration) implements Load {
    /** At the rate, against the runner that is measured. */
    private static final Duration APPROACH = Duration.ofSeconds(5);

    private static final String TASK = "{\"commands\":[\":\"],\"executor\":{\"type\":\"shell\",\"tty\":false}}";

    @Override
    public List<String> run(Installation installation) throws InterruptedException {
        TaskClient client = new TaskClient(installation);
        warmUp.run(installation);
        awaitEnd(client, submit(client, APPROACH).getLast());
        List<Submitted> tasks = submit(client, duration);
        awaitEnd(client, tasks.getLast());
        Spread spread = Spread.of(tasks.stream().mapToDouble(task -> pickedUp(client, task)));
        return List.of(String.format(
                Locale.ROOT,
                "pickup %.1f ms p50, %.1f ms p90, %.1f ms p99, %.1f ms most, of %d tasks at %d/s",
                spread.percentile(0.5),
                spread.percentile(0.9),
                spread.percentile(0.99),
                spread.most(),
                spread.count(),
                rate));
    }

    private List<Submitted> submit(TaskClient client, Duration time) {
        List<Submitted> submitted = new ArrayList<>();
        new Cadence(rate).run(time, _ -> submitted.add(new Submitted(System.currentTimeMillis(), client.submit(TASK))));
        return submitted;
    }

    private static void awaitEnd(TaskClient client, Submitted task) throws InterruptedException {
        String id = task.id().join();
        for (int i = 0; i < 300; i++) {
            if (!client.get("/api/v1/tasks/" + id).get("finishedAt").isNull()) {
                return;
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("Task " + id + " did not end within a minute");
    }

    private static double pickedUp(TaskClient client, Submitted task) {
        String id = task.id().join();
        JsonNode events =
                client.get("/api/v1/tasks/" + id + "/log?limit=10&wait=20").get("events");
        for (JsonNode event : events) {
            if (event.get("kind").asString().equals("command")) {
                return Instant.parse(event.get("at").asString()).toEpochMilli() - task.sentAt();
            }
        }
        throw new IllegalStateException("Task " + id + " ran no command");
    }

    private record Submitted(long sentAt, CompletableFuture<String> id) {}
}
