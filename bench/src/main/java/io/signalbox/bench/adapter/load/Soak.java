package io.signalbox.bench.adapter.load;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.signalbox.bench.adapter.http.Installation;
import io.signalbox.bench.adapter.http.TaskClient;
import io.signalbox.bench.adapter.store.FinishedTasks;
import io.signalbox.bench.adapter.store.Remains;
import io.signalbox.model.id.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/**
 * A steady load for a long time, and what grows under it: live heap, open files and threads of gateway and scheduler, and what stays in the
 * store for a while only, four times on the way. The first time is after a quarter, when everything was used. In each quarter as many tasks as a
 * tenth of those submitted are put into the store that ended long ago: they are to be purged.
 *
 * @param rate submissions per second
 * @param slots that run them, all together
 * @param duration in all
 * @param store address of the store
 */
public record Soak(int rate, int slots, Duration duration, String store) implements Load {
    private static final int SAMPLES = 4;
    private static final int OLD = 10;
    private static final String DATABASE = "signalbox";
    /** Longer than tasks are kept. */
    private static final Duration KEPT = Duration.ofDays(30);
    /** Time for what is under way, and for a round of purging. */
    private static final Duration REST = Duration.ofSeconds(90);

    private static final String TASK = "{\"commands\":[\"true\"],\"tags\":[\"bench\"]}";

    @Override
    public List<String> run(Installation installation) throws InterruptedException {
        List<ServiceProcess> services = List.of(
                ServiceProcess.gateway(installation.home()), ServiceProcess.of(installation.home(), "scheduler"));
        TaskClient client = new TaskClient(installation);
        LongAdder refused = new LongAdder();
        List<String> figures = new ArrayList<>();
        try (MongoClient mongo = MongoClients.create(store);
                Slots _ = new Slots(installation, slots)) {
            MongoDatabase database = mongo.getDatabase(DATABASE);
            for (int sample = 1; sample <= SAMPLES; sample++) {
                Duration after = duration.multipliedBy(sample).dividedBy(SAMPLES);
                old(database, client, sample).write();
                submit(client, duration.dividedBy(SAMPLES), refused);
                figures.add(remains(database, after));
                for (ServiceProcess service : services) {
                    figures.add(sample(service, after));
                }
            }
            Thread.sleep(REST);
            figures.add(remains(database, duration.plus(REST)));
        }
        figures.add(String.format(
                Locale.ROOT, "soak %d submissions refused of %d", refused.sum(), duration.toSeconds() * rate));
        return figures;
    }

    private FinishedTasks old(MongoDatabase database, TaskClient client, int sample) throws InterruptedException {
        String ended = client.submit(TASK).join();
        client.awaitEnd(ended);
        TaskId model = new TaskId(ended);
        int count = Math.toIntExact(rate * duration.toSeconds() / SAMPLES / OLD);
        return new FinishedTasks(database, model, model, KEPT.plusHours(sample), count);
    }

    private static String remains(MongoDatabase database, Duration after) {
        String counted = new Remains(database).count(Instant.now().minus(KEPT));
        return "soak " + counted + ": store after " + after.toSeconds() + " s";
    }

    private void submit(TaskClient client, Duration time, LongAdder refused) {
        new Cadence(rate).run(time, _ -> {
            var _ = client.submit(TASK).whenComplete((_, failure) -> {
                if (failure != null) {
                    refused.increment();
                }
            });
        });
    }

    private static String sample(ServiceProcess service, Duration after) throws InterruptedException {
        return String.format(
                Locale.ROOT,
                "soak %.1f MB of live heap, %d open files, %d threads: %s after %d s",
                service.liveBytes() / 1e6,
                service.openFiles(),
                service.threads(),
                service.name(),
                after.toSeconds());
    }
}
