package io.signalbox.cli.config;

import io.signalbox.cli.api.Timing;
import java.time.Duration;

/** The time of this machine. */
final class MachineTiming implements Timing {
    @Override
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime());
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }
}
