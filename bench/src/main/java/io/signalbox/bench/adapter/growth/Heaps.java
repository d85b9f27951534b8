package io.signalbox.bench.adapter.growth;

import io.signalbox.bench.adapter.load.ServiceProcess;
import io.signalbox.bench.measure.Curve;
import io.signalbox.bench.measure.Figure;
import java.util.ArrayList;
import java.util.List;

/** Live heap of gateway and scheduler with few and with many of something. */
final class Heaps {
    private final ServiceProcess gateway;
    private final ServiceProcess scheduler;
    private final String what;
    private final List<Integer> counts = new ArrayList<>();
    private final List<Double> ofGateway = new ArrayList<>();
    private final List<Double> ofScheduler = new ArrayList<>();
    private final List<String> figures = new ArrayList<>();

    /** With so and so many {@code what}. */
    Heaps(ServiceProcess gateway, ServiceProcess scheduler, String what) {
        this.gateway = gateway;
        this.scheduler = scheduler;
        this.what = what;
    }

    /** Measures with so many; a full collection in both. */
    void measure(int count) throws InterruptedException {
        counts.add(count);
        ofGateway.add(figure(gateway, count));
        ofScheduler.add(figure(scheduler, count));
    }

    private double figure(ServiceProcess service, int count) throws InterruptedException {
        double megabytes = service.liveBytes() / 1e6;
        figures.add(
                new Figure("growth", megabytes, "MB of live heap, " + service.name() + " with " + count + " " + what)
                        .toString());
        return megabytes;
    }

    /** Draws what was measured, and tells it. */
    List<String> draw(Pictures pictures, String name) {
        pictures.draw(
                name,
                "MB of live heap",
                what,
                counts,
                new Curve("gateway", ofGateway),
                new Curve("scheduler", ofScheduler));
        return figures;
    }
}
