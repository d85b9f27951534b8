package io.signalbox.cli.api;

import java.time.Duration;

/** Time that passes. */
public interface Timing {

    /** How much has passed since some moment, by a clock that never goes back. */
    Duration elapsed();

    /** Lets it pass. */
    void pause(Duration time) throws InterruptedException;
}
