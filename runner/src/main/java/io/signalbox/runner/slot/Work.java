package io.signalbox.runner.slot;

import io.signalbox.runner.contact.Moment;
import io.signalbox.runner.job.StopCause;
import java.time.Duration;
import java.util.Optional;

/** An attempt that runs. */
@FunctionalInterface
public interface Work {
    /** Ends its commands; returns at once, and may be called again. */
    void stop(StopCause cause);

    /** The relay has answered the sync that was sent at this moment, and knows the attempt to go on. */
    default void renew(Moment sent) {}

    /** How long it may go on without contact (C9); none if a cut network is to end nothing. */
    default Optional<Duration> limit() {
        return Optional.empty();
    }
}
