package io.signalbox.bench.adapter.growth;

import io.signalbox.bench.adapter.fleet.Fleet;
import io.signalbox.bench.adapter.http.Installation;
import io.signalbox.bench.adapter.load.ServiceProcess;
import java.util.List;

/** Live heap of gateway and scheduler with few and with many idle runners, each of one slot and with a connection of its own. */
record ByIdle(ServiceProcess gateway, ServiceProcess scheduler, Pictures pictures) {
    private static final List<Integer> IDLE = List.of(0, 1_000, 2_000, 4_000);

    List<String> measure(Installation installation) throws InterruptedException {
        Heaps heaps = new Heaps(gateway, scheduler, "idle runners");
        for (int runners : IDLE) {
            try (Fleet fleet = new Fleet(installation, runners, 0)) {
                var _ = fleet.enter();
                heaps.measure(runners);
            }
        }
        return heaps.draw(pictures, "memory-by-idle");
    }
}
