package io.signalbox.bench.adapter.load;

import io.signalbox.bench.adapter.http.Installation;
import io.signalbox.bench.adapter.http.LogSource;
import io.signalbox.bench.adapter.http.SimulatedRunner;
import io.signalbox.bench.adapter.http.TaskClient;
import io.signalbox.bench.measure.Figure;
import io.signalbox.bench.measure.Spread;
import io.signalbox.model.id.AttemptId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Logs through the relay into the store: a long one of one task, then the same amount from many tasks at once. What the API gives of each is
 * the same bytes, by hash. Of the long one, how long its first and its last page take.
 *
 * @param bytes of output altogether, each time
 * @param tasks how many, the second time
 */
public record Logs(long bytes, int tasks) implements Load {
    private static final String TASK = "{\"commands\":[\"true\"],\"tags\":[\"bench\"]}";
    private static final int PAGES = 9;

    @Override
    public List<String> run(Installation installation) throws InterruptedException {
        ingest(installation, Math.min(bytes / 10, 50_000_000), 1);
        Ingest one = ingest(installation, bytes, 1);
        String task = one.ids().getFirst();
        List<String> figures = new ArrayList<>(one.figures("of one task"));
        TaskClient client = new TaskClient(installation);
        figures.add(page(client, task, "?from=0&limit=1000", "first"));
        figures.add(page(client, task, "?tail=1000", "last"));
        figures.addAll(ingest(installation, bytes / tasks, tasks).figures("of " + tasks + " tasks at once"));
        return figures;
    }

    private record Ingest(List<String> ids, double megabytes, double stored, double read, int different) {
        List<String> figures(String whose) {
            return List.of(
                    new Figure("logs", megabytes / stored, "MB/s into the store, " + megabytes + " MB " + whose)
                            .toString(),
                    new Figure("logs", megabytes / read, "MB/s out of the API, " + whose).toString(),
                    new Figure("logs", different, "logs that differ from what was sent, " + whose).toString());
        }
    }

    private static Ingest ingest(Installation installation, long each, int count) throws InterruptedException {
        LogSource source = new LogSource(each);
        String name = "logs-" + System.nanoTime();
        TaskClient client = new TaskClient(installation);
        List<String> ids;
        long begin = System.nanoTime();
        double stored;
        try (SimulatedRunner _ = SimulatedRunner.start(installation, name, count, source)) {
            begin = System.nanoTime();
            ids = IntStream.range(0, count)
                    .mapToObj(_ -> client.submit(TASK).join())
                    .toList();
            for (String id : ids) {
                client.awaitEnd(id);
            }
            stored = (System.nanoTime() - begin) / 1e9;
        }
        begin = System.nanoTime();
        int different = 0;
        for (String id : ids) {
            different += isSame(client, id, source) ? 0 : 1;
        }
        return new Ingest(ids, each * count / 1e6, stored, (System.nanoTime() - begin) / 1e9, different);
    }

    private static boolean isSame(TaskClient client, String id, LogSource source) {
        JsonNode attempt = client.get("/api/v1/tasks/" + id).get("attempts").get(0);
        String sent = source.sent().get(new AttemptId(attempt.get("id").asString()));
        return attempt.get("logComplete").asBoolean()
                && client.hash("/api/v1/tasks/" + id + "/log/raw").equals(sent);
    }

    private static String page(TaskClient client, String task, String query, String which) {
        Spread spread = Spread.of(DoubleStream.generate(() -> {
                    long begin = System.nanoTime();
                    client.get("/api/v1/tasks/" + task + "/log" + query);
                    return (System.nanoTime() - begin) / 1e6;
                })
                .limit(PAGES));
        return new Figure(
                        "logs",
                        spread.percentile(0.5),
                        "ms p50 of " + PAGES + " for the " + which + " 1,000 events of the long log")
                .toString();
    }
}
