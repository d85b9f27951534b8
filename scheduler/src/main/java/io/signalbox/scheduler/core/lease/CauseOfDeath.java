package io.signalbox.scheduler.core.lease;

import io.signalbox.model.relay.HealthSample;
import java.util.ArrayList;
import java.util.List;

/**
 * What a lost runner may have died of, judged by the last samples of its machine. A pure function: it says what was short, not that this was
 * the cause; where nothing was, the runner had no contact, and no more is known.
 */
public final class CauseOfDeath {
    private static final double SHORT_MEMORY = 0.05;
    private static final double FULL_DISK = 0.02;
    private static final double BUSY = 0.95;
    private static final double HIGH_LOAD = 8;
    private static final long MEBIBYTE = 1024 * 1024;
    private static final int PERCENT = 100;

    private CauseOfDeath() {}

    /** For people, in a clause of its own; {@code samples} are the newest, oldest first. */
    public static String of(List<HealthSample> samples) {
        if (samples.isEmpty()) {
            return "nothing is known of its machine";
        }
        HealthSample last = samples.getLast();
        List<String> signs = new ArrayList<>();
        if (isBelow(last.memoryFree(), last.memoryTotal(), SHORT_MEMORY)) {
            signs.add("its memory was short (%d of %d MiB free)"
                    .formatted(last.memoryFree() / MEBIBYTE, last.memoryTotal() / MEBIBYTE));
        }
        if (isBelow(last.diskFree(), last.diskTotal(), FULL_DISK)) {
            signs.add("its disk was full (%d of %d MiB free)"
                    .formatted(last.diskFree() / MEBIBYTE, last.diskTotal() / MEBIBYTE));
        }
        if (last.load() >= HIGH_LOAD && samples.stream().allMatch(sample -> sample.cpu() >= BUSY)) {
            signs.add("it was overloaded (load %.1f, %d %% busy)"
                    .formatted(last.load(), Math.round(last.cpu() * PERCENT)));
        }
        return signs.isEmpty()
                ? "its machine lacked nothing when it was last heard of"
                : "when it was last heard of " + String.join(", ", signs);
    }

    private static boolean isBelow(long free, long total, double share) {
        return total > 0 && free < total * share;
    }
}
