package io.signalbox.gateway.config.relay;

import io.signalbox.gateway.config.duty.Duties;
import io.signalbox.gateway.relay.refusal.ShownRefusals;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Keeps every 5 s what was refused, and the rest at the end. Starts and stops idempotently. */
final class RefusalDuty implements SmartLifecycle {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ShownRefusals refusals;
    private volatile @Nullable ScheduledExecutorService thread;

    RefusalDuty(ShownRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("refusals").factory());
            new Duties(started, "what was refused").every(PAUSE, refusals::flush);
            thread = started;
        }
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService started = thread;
        if (started != null) {
            started.shutdown();
            refusals.flush();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
