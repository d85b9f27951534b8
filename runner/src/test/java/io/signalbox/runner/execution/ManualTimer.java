package io.signalbox.runner.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A timer that tests move; what is due runs on the thread that moves it, in order. */
public final class ManualTimer implements Timer {
    private final List<Entry> entries = new ArrayList<>();
    private Duration now = Duration.ZERO;

    @Override
    public Alarm after(Duration delay, Runnable action) {
        var entry = new Entry(now.plus(delay), action);
        entries.add(entry);
        if (delay.isZero()) {
            pass(Duration.ZERO);
        }
        return () -> entries.remove(entry);
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        now = now.plus(time);
        for (Entry next = due(); next != null; next = due()) {
            entries.remove(next);
            next.action().run();
        }
    }

    private @org.jspecify.annotations.Nullable Entry due() {
        return entries.stream()
                .filter(entry -> entry.at().compareTo(now) <= 0)
                .min(Comparator.comparing(Entry::at))
                .orElse(null);
    }

    private record Entry(Duration at, Runnable action) {}
}
