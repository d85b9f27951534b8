package io.signalbox.gateway.config.relay;

import io.signalbox.gateway.adapter.mongo.health.ThinHealth;
import io.signalbox.gateway.config.duty.Duties;
import io.signalbox.gateway.relay.condition.Conditions;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Writes what runners say of themselves every 5 s, and thins their history each minute. Starts and stops idempotently. */
final class HealthDuties implements SmartLifecycle {
    private static final Duration CONDITIONS = Duration.ofSeconds(5);
    private static final Duration THINNING = Duration.ofMinutes(1);

    private final Conditions conditions;
    private final ThinHealth thinning;
    private volatile @Nullable ScheduledExecutorService threads;

    HealthDuties(Conditions conditions, ThinHealth thinning) {
        this.conditions = conditions;
        this.thinning = thinning;
    }

    @Override
    public synchronized void start() {
        if (threads == null) {
            ScheduledExecutorService started = Executors.newScheduledThreadPool(
                    2, Thread.ofVirtual().name("health-duty-", 0).factory());
            Duties duties = new Duties(started, "the runners' health");
            duties.every(CONDITIONS, conditions::flush);
            duties.every(THINNING, thinning::run);
            threads = started;
        }
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService started = threads;
        if (started != null) {
            started.shutdownNow();
            conditions.flush();
            threads = null;
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }
}
