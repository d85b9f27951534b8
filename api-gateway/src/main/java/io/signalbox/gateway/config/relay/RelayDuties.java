package io.signalbox.gateway.config.relay;

import io.signalbox.gateway.adapter.metrics.RunnerMeters;
import io.signalbox.gateway.config.duty.Duties;
import io.signalbox.gateway.relay.beat.Beats;
import io.signalbox.gateway.relay.bell.BellPublisher;
import io.signalbox.gateway.relay.command.FallbackPoll;
import io.signalbox.gateway.relay.command.RelayRecord;
import io.signalbox.gateway.relay.session.Sessions;
import io.signalbox.model.message.RunnerPresence;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * What the relay does again and again: beats each second, its record every 2 s, a snapshot every 10 s, the silent forgotten each minute,
 * and without a broker a look at the store each second. Ends before the server does, and then answers what is held, so that runners go on at another gateway at once.
 */
final class RelayDuties implements SmartLifecycle {
    private static final int THREADS = 3;
    private static final Duration BEATS = Duration.ofSeconds(1);
    private static final Duration RECORD = Duration.ofSeconds(2);
    private static final Duration SNAPSHOT = Duration.ofSeconds(10);
    private static final Duration FORGETTING = Duration.ofMinutes(1);

    private final Sessions sessions;
    private final Beats beats;
    private final BellPublisher bells;
    private final RelayRecord record;
    private final FallbackPoll poll;
    private final RunnerMeters meters;
    private volatile @Nullable ScheduledExecutorService threads;

    RelayDuties(
            Sessions sessions,
            Beats beats,
            BellPublisher bells,
            RelayRecord record,
            FallbackPoll poll,
            RunnerMeters meters) {
        this.sessions = sessions;
        this.beats = beats;
        this.bells = bells;
        this.record = record;
        this.poll = poll;
        this.meters = meters;
    }

    @Override
    public synchronized void start() {
        if (threads == null) {
            bells.start(sessions);
            ScheduledExecutorService started = Executors.newScheduledThreadPool(
                    THREADS, Thread.ofPlatform().daemon().name("relay-", 0).factory());
            Duties duties = new Duties(started, "the relay");
            duties.every(BEATS, beats::flush);
            duties.every(BEATS, poll::poll);
            duties.every(RECORD, record::renew);
            duties.every(SNAPSHOT, this::tell);
            duties.every(FORGETTING, sessions::forgetSilent);
            threads = started;
        }
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService started = threads;
        if (started != null) {
            beats.end();
            sessions.release();
            started.shutdownNow();
            bells.close();
            record.remove();
            threads = null;
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }

    private void tell() {
        sessions.review();
        List<RunnerPresence> held = sessions.all();
        bells.tell(held);
        meters.show(held);
    }
}
