package io.signalbox.cli.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only where somebody pauses. */
public final class ManualTiming implements Timing {
    private final List<Duration> pauses = new ArrayList<>();
    private Duration elapsed = Duration.ZERO;

    @Override
    public Duration elapsed() {
        return elapsed;
    }

    @Override
    public void pause(Duration time) {
        pauses.add(time);
        elapsed = elapsed.plus(time);
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        elapsed = elapsed.plus(time);
    }

    List<Duration> pauses() {
        return pauses;
    }
}
