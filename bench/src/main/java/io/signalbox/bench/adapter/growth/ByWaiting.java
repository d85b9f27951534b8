package io.signalbox.bench.adapter.growth;

import io.signalbox.bench.adapter.http.Installation;
import io.signalbox.bench.adapter.http.TaskClient;
import io.signalbox.bench.adapter.load.Cadence;
import io.signalbox.bench.adapter.load.ServiceProcess;
import io.signalbox.bench.adapter.load.Slots;
import io.signalbox.bench.measure.Curve;
import io.signalbox.bench.measure.Figure;
import io.signalbox.bench.measure.Spread;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** Pick-up, and the scheduler's live heap, with ever more tasks waiting that no runner can take. */
record ByWaiting(TaskClient client, ServiceProcess scheduler, Pictures pictures, Duration duration) {
    private static final List<Integer> WAITING = List.of(0, 10_000, 100_000);
    private static final int RATE = 50;
    private static final int AT_ONCE = 1_000;
    private static final String TASK = "{\"commands\":[\"true\"],\"tags\":[\"bench\"]}";
    private static final String NOBODYS = "{\"commands\":[\"true\"],\"tags\":[\"nobody\"]}";

    List<String> measure(Installation installation, int slots) throws InterruptedException {
        List<Double> middle = new ArrayList<>();
        List<Double> late = new ArrayList<>();
        List<Double> heap = new ArrayList<>();
        List<String> figures = new ArrayList<>();
        try (Slots _ = new Slots(installation, slots)) {
            int waiting = 0;
            for (int wanted : WAITING) {
                submit(wanted - waiting);
                waiting = wanted;
                Spread pickUp = pickUp();
                middle.add(pickUp.percentile(0.5));
                late.add(pickUp.percentile(0.99));
                heap.add(scheduler.liveBytes() / 1e6);
                figures.add(figure(middle.getLast(), "ms p50 from submission to claim", wanted));
                figures.add(figure(late.getLast(), "ms p99 from submission to claim", wanted));
                figures.add(figure(heap.getLast(), "MB of live heap, scheduler", wanted));
            }
        }
        draw(
                "pickup-by-waiting",
                "ms from submission to claim, at " + RATE + "/s",
                new Curve("p50", middle),
                new Curve("p99", late));
        draw("memory-by-waiting", "MB of live heap, scheduler", new Curve("MB", heap));
        return figures;
    }

    private void draw(String name, String title, Curve... curves) {
        pictures.draw(name, title, "tasks that wait", WAITING, curves);
    }

    private void submit(int count) {
        for (int done = 0; done < count; done += AT_ONCE) {
            client.submit(NOBODYS, AT_ONCE);
        }
    }

    private Spread pickUp() throws InterruptedException {
        List<CompletableFuture<String>> submitted = new ArrayList<>();
        new Cadence(RATE).run(duration, _ -> submitted.add(client.submit(TASK)));
        for (CompletableFuture<String> task : submitted) {
            client.awaitEnd(task.join());
        }
        return Spread.of(submitted.stream().mapToDouble(task -> millis(client.get("/api/v1/tasks/" + task.join()))));
    }

    /** By the services' own times. */
    private static double millis(JsonNode task) {
        Instant created = Instant.parse(task.get("createdAt").asString());
        return Duration.between(created, Instant.parse(task.get("startedAt").asString()))
                .toMillis();
    }

    private static String figure(double value, String meaning, int waiting) {
        return new Figure("growth", value, meaning + ", with " + waiting + " waiting").toString();
    }
}
