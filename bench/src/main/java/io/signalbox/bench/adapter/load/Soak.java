package io.signalbox.bench.adapter.load;

import io.signalbox.bench.adapter.http.Installation;
import io.signalbox.bench.adapter.http.TaskClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/**
 * A steady load for a long time, and what grows under it: live heap, open files and threads of gateway and scheduler, four times on the way. The
 * first time is after a quarter, when everything was used.
 *
 * @param rate submissions per second
 * @param slots that run them, all together
 * @param duration in all
 */
public record Soak(int rate, int slots, Duration duration) implements Load {
    private static final int SAMPLES = 4;
    private static final String TASK = "{\"commands\":[\"true\"],\"tags\":[\"bench\"]}";

    @Override
    public List<String> run(Installation installation) throws InterruptedException {
        List<ServiceProcess> services = List.of(
                ServiceProcess.gateway(installation.home()), ServiceProcess.of(installation.home(), "scheduler"));
        TaskClient client = new TaskClient(installation);
        LongAdder refused = new LongAdder();
        List<String> figures = new ArrayList<>();
        try (Slots _ = new Slots(installation, slots)) {
            for (int sample = 1; sample <= SAMPLES; sample++) {
                submit(client, duration.dividedBy(SAMPLES), refused);
                for (ServiceProcess service : services) {
                    figures.add(sample(service, duration.multipliedBy(sample).dividedBy(SAMPLES)));
                }
            }
        }
        figures.add(String.format(
                Locale.ROOT, "soak %d submissions refused of %d", refused.sum(), duration.toSeconds() * rate));
        return figures;
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
