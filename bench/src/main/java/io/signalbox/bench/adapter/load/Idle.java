package io.signalbox.bench.adapter.load;

import io.signalbox.bench.adapter.fleet.Fleet;
import io.signalbox.bench.adapter.fleet.Storm;
import io.signalbox.bench.adapter.http.Installation;
import io.signalbox.bench.adapter.http.TaskClient;
import io.signalbox.bench.measure.Figure;
import io.signalbox.bench.measure.Spread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Idle runners, each with a TLS connection of its own, held by one gateway: its memory and processor time. Then all connections are cut at
 * once while some runners are at work: how long until the last one is back, and whether the work was hurt.
 *
 * @param runners how many
 * @param busy how many of them are at work while the storm lasts
 * @param warmUp idle, not measured
 * @param duration idle, measured
 */
public record Idle(int runners, int busy, Duration warmUp, Duration duration) implements Load {
    private static final Duration STORM = Duration.ofMinutes(2);
    private static final Duration CALM = Duration.ofSeconds(10);
    private static final String TASK = "{\"commands\":[\"true\"],\"tags\":[\"" + Fleet.BUSY + "\"]}";

    @Override
    public List<String> run(Installation installation) throws InterruptedException {
        ServiceProcess gateway = ServiceProcess.gateway(installation.home());
        TaskClient client = new TaskClient(installation);
        List<String> figures = new ArrayList<>();
        try (Fleet fleet = new Fleet(installation, runners, busy)) {
            Duration entered = fleet.enter();
            figures.add(figure("idle", seconds(entered), "s until " + runners + " runners were registered"));
            Thread.sleep(warmUp);
            figures.addAll(atRest(gateway));
            figures.addAll(storm(fleet, client, gateway));
        }
        return figures;
    }

    private List<String> atRest(ServiceProcess gateway) throws InterruptedException {
        long before = gateway.processorMillis();
        long begin = System.nanoTime();
        long most = 0;
        while (System.nanoTime() - begin < duration.toNanos()) {
            Thread.sleep(1000);
            most = Math.max(most, gateway.residentBytes());
        }
        double elapsed = (System.nanoTime() - begin) / 1e6;
        double share = 100 * (gateway.processorMillis() - before) / elapsed;
        return List.of(
                figure("idle", most / 1e6, "MB resident, gateway with " + runners + " idle runners"),
                figure("idle", share, "% of one core, gateway with " + runners + " idle runners"));
    }

    private List<String> storm(Fleet fleet, TaskClient client, ServiceProcess gateway) throws InterruptedException {
        List<String> tasks = IntStream.range(0, busy)
                .mapToObj(_ -> client.submit(TASK).join())
                .toList();
        await("all tasks to run", Duration.ofMinutes(1), () -> fleet.running() == busy);
        Thread.sleep(CALM);
        Storm storm = fleet.storm(STORM);
        Thread.sleep(CALM);
        Duration gap = fleet.longestGap();
        fleet.endTasks();
        await("all tasks to end", Duration.ofMinutes(1), () -> fleet.running() == 0);
        int hurt =
                (int) tasks.stream().filter(task -> !passedAtOnce(client, task)).count();
        Spread back = Spread.of(storm.seconds());
        return List.of(
                figure("storm", back.most(), "s until the last of " + back.count() + " runners was back"),
                figure("storm", back.percentile(0.5), "s p50 until back"),
                figure("storm", back.percentile(0.99), "s p99 until back"),
                figure("storm", storm.away(), "runners not back after " + STORM.toSeconds() + " s"),
                figure("storm", storm.tries(), "connections tried by the one that tried most"),
                figure("storm", seconds(gap), "s longest gap between stored beats of " + busy + " running tasks"),
                figure("storm", hurt, "of " + busy + " running tasks hurt"),
                figure("storm", gateway.residentBytes() / 1e6, "MB resident afterwards, gateway"));
    }

    private static boolean passedAtOnce(TaskClient client, String task) {
        for (int i = 0; i < 100; i++) {
            var shown = client.get("/api/v1/tasks/" + task);
            if (!shown.get("finishedAt").isNull()) {
                return shown.get("state").asString().equals("passed")
                        && shown.get("attempts").size() == 1;
            }
        }
        return false;
    }

    private static void await(String what, Duration patience, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Waited in vain for " + what);
            }
            Thread.sleep(50);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    private static String figure(String bench, double value, String meaning) {
        return new Figure(bench, value, meaning).toString();
    }
}
