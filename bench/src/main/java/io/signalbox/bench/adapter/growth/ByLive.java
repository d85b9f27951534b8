package io.signalbox.bench.adapter.growth;

import io.signalbox.bench.adapter.http.Installation;
import io.signalbox.bench.adapter.http.TaskClient;
import io.signalbox.bench.adapter.http.Work;
import io.signalbox.bench.adapter.load.ServiceProcess;
import io.signalbox.bench.adapter.load.Slots;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Live heap of gateway and scheduler with few and with many slots at work. */
record ByLive(TaskClient client, ServiceProcess gateway, ServiceProcess scheduler, Pictures pictures) {
    private static final List<Integer> LIVE = List.of(0, 500, 1_000, 2_000);
    private static final String TASK = "{\"commands\":[\"true\"],\"tags\":[\"bench\"]}";

    List<String> measure(Installation installation) throws InterruptedException {
        AtomicInteger live = new AtomicInteger();
        Work endless = (_, _) -> {
            live.incrementAndGet();
            return new CompletableFuture<>();
        };
        Heaps heaps = new Heaps(gateway, scheduler, "live attempts");
        try (Slots _ = new Slots(installation, LIVE.getLast(), endless)) {
            for (int wanted : LIVE) {
                await(live, wanted);
                heaps.measure(wanted);
            }
        }
        return heaps.draw(pictures, "memory-by-live");
    }

    private void await(AtomicInteger live, int wanted) throws InterruptedException {
        for (int missing = wanted - live.get(); missing > 0; missing--) {
            client.submit(TASK).join();
        }
        while (live.get() < wanted) {
            Thread.sleep(50);
        }
    }
}
