package io.signalbox.bench.adapter.fleet;

import io.signalbox.model.relay.HealthSample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The health of a simulated machine: a sample each 10 s, and each is told once. For one thread at a time. */
final class Pulse {
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final long MEMORY = 16L << 30;
    private static final long DISK = 200L << 30;
    private static final int MOST = 60;

    private Instant next = Instant.now().plus(INTERVAL);

    /** Those that are due. */
    List<HealthSample> samples() {
        List<HealthSample> due = new ArrayList<>();
        Instant now = Instant.now();
        while (!next.isAfter(now) && due.size() < MOST) {
            long at = next.toEpochMilli();
            double busy = at / 10_000 % 100 / 100.0;
            due.add(new HealthSample(
                    next, busy, busy * 4, MEMORY - at % MEMORY / 2, MEMORY, DISK - at % DISK / 2, DISK));
            next = next.plus(INTERVAL);
        }
        return due;
    }
}
