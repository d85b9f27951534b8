package io.signalbox.scheduler.config;

import io.signalbox.scheduler.loop.leadership.LeadershipDuty;
import io.signalbox.scheduler.loop.outside.ExchangeHints;
import org.springframework.context.SmartLifecycle;

/**
 * Starts to look for leadership when everything else stands, then to exchange hints; stops the other way round, leadership before store and
 * bus. Idempotent.
 */
class SchedulerLifecycle implements SmartLifecycle {

    private final LeadershipDuty leadership;
    private final ExchangeHints hints;
    private volatile boolean running;

    SchedulerLifecycle(LeadershipDuty leadership, ExchangeHints hints) {
        this.leadership = leadership;
        this.hints = hints;
    }

    @Override
    public void start() {
        leadership.start();
        hints.start();
        running = true;
    }

    @Override
    public void stop() {
        hints.close();
        leadership.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
