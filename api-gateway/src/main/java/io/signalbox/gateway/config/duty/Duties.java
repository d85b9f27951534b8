package io.signalbox.gateway.config.duty;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has duties done again and again; one that fails is logged, and done again when its time has come.
 *
 * @param threads that do them, until they are shut down
 * @param field for the log: what the duties are about
 */
public record Duties(ScheduledExecutorService threads, String field) {
    private static final Logger LOG = LoggerFactory.getLogger(Duties.class);

    /** From now on, with {@code pause} between the end of one time and the begin of the next; never blocks. */
    public void every(Duration pause, Runnable duty) {
        var _ = threads.scheduleWithFixedDelay(
                () -> {
                    try {
                        duty.run();
                    } catch (RuntimeException e) {
                        LOG.error("Failed at a duty of {}; it goes on", field, e);
                    }
                },
                0,
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
