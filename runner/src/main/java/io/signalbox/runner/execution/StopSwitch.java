package io.signalbox.runner.execution;

import io.signalbox.runner.job.StopCause;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Decides between the end of the commands and a stop, exactly once: whoever comes first wins, so a stop that arrives after the last command leaves
 * the result as it is (C12).
 */
final class StopSwitch {
    private final AtomicReference<Position> position = new AtomicReference<>(new Open());

    /** Pulls it; false when it was pulled before or the commands are over. */
    boolean pull(StopCause cause) {
        Position now = position.get();
        return now instanceof Open && position.compareAndSet(now, new Pulled(cause));
    }

    /** The commands are over; from now on nothing can stop them. The cause, if they were stopped. */
    @Nullable
    StopCause close() {
        Position now = position.get();
        if (now instanceof Open && position.compareAndSet(now, new Closed())) {
            return null;
        }
        return cause();
    }

    /** Why it was pulled, if it was. */
    @Nullable
    StopCause cause() {
        return position.get() instanceof Pulled(StopCause cause) ? cause : null;
    }

    private sealed interface Position {}

    private record Open() implements Position {}

    private record Pulled(StopCause cause) implements Position {}

    private record Closed() implements Position {}
}
