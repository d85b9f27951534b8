package io.signalbox.runner.adapter.machine;

import io.signalbox.model.relay.HealthSample;
import io.signalbox.runner.health.Vitals;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Linux: processors, load and memory from {@code /proc}, the disk from the file system of the home. Elsewhere only the disk is told, the rest is 0.
 */
public final class ProcVitals implements Vitals {
    private static final long KIBIBYTE = 1024;
    /** In the first line of {@code /proc/stat}: idle and waiting for a disk. */
    private static final int IDLE = 3;

    private static final int IO_WAIT = 4;
    private static final int GUEST = 8;

    private final Path proc;
    private final File home;
    private long busy;
    private long all;

    /** Reads from {@code proc}, about the disk of {@code home}. */
    public ProcVitals(Path proc, Path home) {
        this.proc = proc;
        this.home = home.toFile();
    }

    @Override
    public HealthSample take(Instant now) {
        List<String> memory = lines("meminfo");
        return new HealthSample(
                now,
                cpu(),
                load(),
                memory(memory, "MemAvailable:"),
                memory(memory, "MemTotal:"),
                home.getUsableSpace(),
                home.getTotalSpace());
    }

    private double cpu() {
        long[] ticks = lines("stat").stream()
                .findFirst()
                .map(line -> Stream.of(line.split(" +", -1))
                        .skip(1)
                        .limit(GUEST)
                        .mapToLong(Long::parseLong)
                        .toArray())
                .orElse(new long[0]);
        if (ticks.length <= IO_WAIT) {
            return 0;
        }
        long allBefore = all;
        long busyBefore = busy;
        all = LongStream.of(ticks).sum();
        busy = all - ticks[IDLE] - ticks[IO_WAIT];
        long passed = all - allBefore;
        return passed <= 0 ? 0 : Math.clamp((double) (busy - busyBefore) / passed, 0.0, 1.0);
    }

    private double load() {
        return lines("loadavg").stream()
                .findFirst()
                .map(line -> Double.parseDouble(line.substring(0, line.indexOf(' '))))
                .orElse(0.0);
    }

    private static long memory(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE)
                .orElse(0L);
    }

    private List<String> lines(String name) {
        try {
            return Files.readAllLines(proc.resolve(name));
        } catch (IOException e) {
            return List.of();
        }
    }
}
