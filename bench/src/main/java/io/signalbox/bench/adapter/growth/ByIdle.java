package io.signalbox.bench.adapter.growth;

import io.signalbox.bench.adapter.fleet.Fleet;
import io.signalbox.bench.adapter.http.Installation;
import io.signalbox.bench.adapter.load.ServiceProcess;
import io.signalbox.bench.measure.Curve;
import io.signalbox.bench.measure.Figure;
import java.util.ArrayList;
import java.util.List;

/** Live heap of gateway and scheduler with few and with many idle runners, each of one slot and with a connection of its own. */
record ByIdle(ServiceProcess gateway, ServiceProcess scheduler, Pictures pictures) {
    private static final List<Integer> IDLE = List.of(0, 1_000, 2_000, 4_000);

    List<String> measure(Installation installation) throws InterruptedException {
        List<Double> ofGateway = new ArrayList<>();
        List<Double> ofScheduler = new ArrayList<>();
        List<String> figures = new ArrayList<>();
        for (int runners : IDLE) {
            try (Fleet fleet = new Fleet(installation, runners, 0)) {
                var _ = fleet.enter();
                ofGateway.add(gateway.liveBytes() / 1e6);
                ofScheduler.add(scheduler.liveBytes() / 1e6);
            }
            figures.add(figure(ofGateway.getLast(), "gateway", runners));
            figures.add(figure(ofScheduler.getLast(), "scheduler", runners));
        }
        pictures.draw(
                "memory-by-idle",
                "MB of live heap",
                "idle runners",
                IDLE,
                new Curve("gateway", ofGateway),
                new Curve("scheduler", ofScheduler));
        return figures;
    }

    private static String figure(double value, String service, int runners) {
        return new Figure("growth", value, "MB of live heap, " + service + " with " + runners + " idle runners")
                .toString();
    }
}
