package io.signalbox.gateway.config.folder;

import io.signalbox.gateway.config.duty.Duties;
import io.signalbox.gateway.folder.PurgePieces;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Purges every hour what no folder uses any more. Starts and stops idempotently. */
final class FolderDuty implements SmartLifecycle {
    private static final Duration PAUSE = Duration.ofHours(1);

    private final PurgePieces purge;
    private volatile @Nullable ScheduledExecutorService thread;

    FolderDuty(PurgePieces purge) {
        this.purge = purge;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("folders").factory());
            new Duties(started, "folders").every(PAUSE, purge);
            thread = started;
        }
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService started = thread;
        if (started != null) {
            started.shutdown();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
