package io.signalbox.gateway.config.log;

import io.signalbox.backbone.bus.Inbox;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.bus.Subscription;
import io.signalbox.gateway.config.duty.Duties;
import io.signalbox.gateway.log.purge.PurgeLogs;
import io.signalbox.gateway.log.seal.SealAbandoned;
import io.signalbox.gateway.log.view.LiveLogs;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Keeps live views of logs informed, seals what was abandoned, and purges what was kept long enough. Starts and stops idempotently. */
final class LogDuties implements SmartLifecycle {
    private static final Duration FLUSH = Duration.ofMillis(50);
    private static final Duration SEAL = Duration.ofSeconds(10);
    private static final Duration PURGE = Duration.ofSeconds(2);
    private final MessageBus bus;
    private final LiveLogs live;
    private final SealAbandoned seal;
    private final PurgeLogs purge;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Running running;

    LogDuties(MessageBus bus, LiveLogs live, SealAbandoned seal, PurgeLogs purge) {
        this.bus = bus;
        this.live = live;
        this.seal = seal;
        this.purge = purge;
    }

    @Override
    public void start() {
        lock.lock();
        try {
            if (running == null) {
                running = begin();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop() {
        lock.lock();
        try {
            if (running != null) {
                running.timer().shutdownNow();
                running.inbox().close();
                running = null;
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        lock.lock();
        try {
            return running != null;
        } finally {
            lock.unlock();
        }
    }

    private Running begin() {
        Subscription inbox = bus.subscribe(new Inbox.Topics(LiveLogs.TOPICS), live::received);
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(
                3, Thread.ofVirtual().name("log-duty-", 0).factory());
        Duties duties = new Duties(timer, "the logs");
        duties.every(FLUSH, live::flush);
        duties.every(SEAL, seal::run);
        duties.every(PURGE, purge);
        return new Running(inbox, timer);
    }

    private record Running(Subscription inbox, ScheduledExecutorService timer) {}
}
