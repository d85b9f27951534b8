package io.signalbox.runner.health;

import io.signalbox.model.relay.HealthSample;
import io.signalbox.runner.execution.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes a sample every 10 s, off the way of tasks. */
public final class HealthWatch {
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Vitals vitals;
    private final List<Complaint> complaints;
    private final Health health;
    private final Timer timer;
    private final InstantSource clock;

    /** Asks {@code complaints} in their order: the first that has something to say is why no task may begin. */
    public HealthWatch(Vitals vitals, List<Complaint> complaints, Health health, Timer timer, InstantSource clock) {
        this.vitals = vitals;
        this.complaints = List.copyOf(complaints);
        this.health = health;
        this.timer = timer;
        this.clock = clock;
    }

    /** Takes the first sample and goes on until the timer ends. */
    public void start() {
        HealthSample sample = vitals.take(clock.instant());
        health.add(sample, complaintAbout(sample));
        Timer.Alarm _ = timer.after(EVERY, this::start);
    }

    private @Nullable String complaintAbout(HealthSample sample) {
        return complaints.stream()
                .map(complaint -> complaint.about(sample))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Looks whether a task may begin. */
    @FunctionalInterface
    public interface Complaint {
        /** Why none may, in plain words; null when one may. */
        @Nullable
        String about(HealthSample sample);
    }

    /** No task begins with less than {@code least} free bytes. */
    public static Complaint aboutDisk(long least) {
        return sample -> sample.diskTotal() == 0 || sample.diskFree() >= least
                ? null
                : "only %s of disk are free, and a task needs %s (--min-free-disk)"
                        .formatted(megabytes(sample.diskFree()), megabytes(least));
    }

    private static String megabytes(long bytes) {
        return bytes / (1024 * 1024) + " MB";
    }
}
