package io.signalbox.bench.adapter.load;

import io.signalbox.bench.adapter.http.Installation;
import io.signalbox.bench.adapter.http.TaskClient;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/**
 * Tasks per second from submission to their terminal state, with a bounded number of them on the way at any moment. Ends are counted in
 * the public feed.
 *
 * @param slots all slots together
 * @param onTheWay tasks submitted and not ended, at most
 * @param projects the tasks are of, in turns
 * @param warmUp not measured, first
 * @param duration measured
 */
public record Throughput(int slots, int onTheWay, int projects, Duration warmUp, Duration duration) implements Load {
    /** Submissions under way at once: a connection carries at most 256, and the client fails beyond that instead of waiting. */
    private static final int STREAMS = 100;

    @Override
    public List<String> run(Installation installation) throws InterruptedException {
        return List.of(String.format(
                Locale.ROOT,
                "throughput %.0f tasks/s over %d s with %d slots and %d on the way",
                rate(installation),
                duration.toSeconds(),
                slots,
                onTheWay));
    }

    /** Tasks per second; fails when a submission was refused. */
    public double rate(Installation installation) throws InterruptedException {
        try (Slots _ = new Slots(installation, slots)) {
            return measure(new TaskClient(installation), new TaskClient(installation));
        }
    }

    private double measure(TaskClient submitter, TaskClient watcher) throws InterruptedException {
        AtomicLong ended = new AtomicLong();
        AtomicLong failed = new AtomicLong();
        AtomicBoolean stopped = new AtomicBoolean();
        Semaphore room = new Semaphore(onTheWay);
        // What ended in an earlier measurement is none of this one's.
        Optional<String> begun = watcher.endOfFeed();
        Thread counting = Thread.ofVirtual().start(() -> count(watcher, begun, ended, room, stopped));
        Thread submitting = Thread.ofVirtual().start(() -> submit(submitter, failed, room, stopped));
        Thread.sleep(warmUp);
        long before = ended.get();
        long begin = System.nanoTime();
        Thread.sleep(duration);
        double seconds = (System.nanoTime() - begin) / 1e9;
        long counted = ended.get() - before;
        stopped.set(true);
        submitting.interrupt();
        submitting.join();
        counting.join();
        if (failed.get() > 0) {
            throw new IllegalStateException(failed + " submissions were refused");
        }
        return counted / seconds;
    }

    private void submit(TaskClient client, AtomicLong failed, Semaphore room, AtomicBoolean stopped) {
        Semaphore streams = new Semaphore(STREAMS);
        try {
            for (long turn = 0; !stopped.get(); turn++) {
                room.acquire();
                streams.acquire();
                var _ = client.submit(task(turn)).whenComplete((_, failure) -> {
                    streams.release();
                    if (failure != null) {
                        failed.incrementAndGet();
                        room.release();
                    }
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String task(long turn) {
        String project = projects == 1 ? "default" : "project-" + turn % projects;
        return "{\"commands\":[\"true\"],\"tags\":[\"bench\"],\"project\":\"" + project + "\"}";
    }

    private static void count(
            TaskClient client, Optional<String> begun, AtomicLong ended, Semaphore room, AtomicBoolean stopped) {
        Optional<String> cursor = begun;
        while (!stopped.get()) {
            JsonNode page = client.events(cursor);
            for (JsonNode event : page.get("items")) {
                if (event.get("type").asString().equals("task.passed")) {
                    ended.incrementAndGet();
                    room.release();
                }
            }
            cursor = TaskClient.next(page);
        }
    }
}
