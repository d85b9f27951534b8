package io.signalbox.bench.adapter.fleet;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.RelayPaths;
import io.signalbox.model.relay.SyncAction;
import io.signalbox.model.relay.SyncResponse;
import io.signalbox.model.relay.access.RegisterResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One runner with one slot. It holds a sync; when it is answered with a task, it runs it until {@link #end}. What fails is tried again with
 * full jitter from 0.5 to 30 s, as by ours. One thing is under way at a time.
 */
final class FleetRunner {
    private static final int IDLE_HOLD = 45;
    private static final int BUSY_HOLD = 5;
    private static final long SHORTEST_MILLIS = 500;
    private static final long LONGEST_MILLIS = 30_000;
    private static final int MOST_DOUBLINGS = 6;

    private final int number;
    private final Orders orders;
    private final AtomicLong syncs = new AtomicLong();
    private final Pulse pulse = new Pulse();
    private final Track track = new Track();
    private volatile @Nullable RegisterResponse session;
    private volatile @Nullable Line line;
    private volatile @Nullable AttemptId attempt;
    private volatile boolean ending;
    private volatile boolean closed;
    private int failures;

    FleetRunner(int number, Orders orders) {
        this.number = number;
        this.orders = orders;
    }

    /**
     * What it needs to be a runner.
     *
     * @param wire connects
     * @param registrationToken of the pool
     * @param name of the fleet
     * @param tags what it can do
     * @param later runs something after milliseconds, where it may block
     */
    record Orders(Wire wire, String registrationToken, String name, List<String> tags, Later later) {}

    /** Runs something later, where it may block. */
    @FunctionalInterface
    interface Later {
        void after(long millis, Runnable action);
    }

    Track track() {
        return track;
    }

    Optional<AttemptId> attempt() {
        return Optional.ofNullable(attempt);
    }

    /** Connects, registers where it has not, and syncs; blocks for the TCP part. */
    void begin() {
        track.tried();
        try {
            proceed(orders.wire().connect(number).thenCompose(connected -> {
                line = connected;
                return session == null ? register(connected) : CompletableFuture.completedFuture(null);
            }));
        } catch (RuntimeException e) {
            retry();
        }
    }

    /** Its task ends with the next sync. */
    void end() {
        ending = true;
    }

    void cut() {
        Line cut = line;
        if (cut != null) {
            cut.cut();
        }
    }

    void close() {
        closed = true;
        cut();
    }

    private void proceed(CompletableFuture<Void> connected) {
        var _ = connected.whenComplete((_, failure) -> {
            if (failure == null) {
                sync();
            } else {
                retry();
            }
        });
    }

    private CompletableFuture<Void> register(Line connected) {
        String body = Errand.register(orders.name() + "-" + number, orders.tags());
        return connected
                .post(new Call(RelayPaths.REGISTER, orders.registrationToken(), 0, body))
                .thenAccept(answer -> session = Errand.JSON.readValue(answer.expect(201), RegisterResponse.class));
    }

    private void sync() {
        Line over = line;
        RegisterResponse known = session;
        if (closed || over == null || known == null) {
            return;
        }
        AttemptId running = attempt;
        boolean last = ending && running != null;
        long number = syncs.incrementAndGet();
        String body = running == null
                ? Errand.waiting(known, number, pulse)
                : last ? Errand.finished(known, number, running) : Errand.running(known, number, pulse, running);
        // The first one on a connection is answered at once: that shows that the runner is back.
        int hold = track.isBack() ? (running == null ? IDLE_HOLD : BUSY_HOLD) : 0;
        var _ = over.post(new Call(RelayPaths.SYNC, known.token(), hold, body)).whenComplete((answer, failure) -> {
            if (failure != null || answer.status() != 200) {
                retry();
            } else {
                heard(answer, running, last);
            }
        });
    }

    private void heard(Answer answer, @Nullable AttemptId running, boolean last) {
        failures = 0;
        track.heard(running != null && !last);
        SyncResponse response = Errand.JSON.readValue(answer.body(), SyncResponse.class);
        if (last) {
            attempt = null;
            ending = false;
        } else if (response.action() == SyncAction.RUN_JOB && running == null) {
            attempt = response.jobId();
        }
        sync();
    }

    private void retry() {
        if (closed) {
            return;
        }
        cut();
        track.lost();
        long span = Math.min(SHORTEST_MILLIS << Math.min(failures++, MOST_DOUBLINGS), LONGEST_MILLIS);
        orders.later().after(ThreadLocalRandom.current().nextLong(span + 1), this::begin);
    }
}
