package io.signalbox.bench.adapter.http;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.AgentState;
import io.signalbox.model.relay.FinishedAttempt;
import io.signalbox.model.relay.LogEvent;
import io.signalbox.model.relay.RelayPaths;
import io.signalbox.model.relay.SyncAction;
import io.signalbox.model.relay.SyncRequest;
import io.signalbox.model.relay.SyncResponse;
import io.signalbox.model.task.AttemptResult;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One slot: holds a sync; when it is answered with a task, says at once that it passed. Its threads are the client's. */
final class SimulatedSlot {
    private static final int HOLD_SECONDS = 45;
    private final SimulatedRunner runner;
    private final int number;
    private final AtomicLong syncs = new AtomicLong();
    private volatile boolean ended;

    SimulatedSlot(SimulatedRunner runner, int number) {
        this.runner = runner;
        this.number = number;
    }

    void begin() {
        idle();
    }

    void end() {
        ended = true;
    }

    private void idle() {
        var _ = sync(AgentState.WAITING_FOR_JOBS, null, null, HOLD_SECONDS).whenComplete((answer, failure) -> {
            if (failure != null) {
                later(this::idle);
            } else if (answer.action() == SyncAction.RUN_JOB && answer.jobId() != null) {
                AttemptId attempt = answer.jobId();
                finish(attempt, passed());
            } else {
                idle();
            }
        });
    }

    private void finish(AttemptId attempt, FinishedAttempt end) {
        var _ = sync(AgentState.FINISHED_JOB, attempt, end, 0).whenComplete((_, failure) -> {
            if (failure != null) {
                later(() -> finish(attempt, end));
            } else {
                idle();
            }
        });
    }

    private CompletableFuture<SyncResponse> sync(
            AgentState state, @Nullable AttemptId attempt, @Nullable FinishedAttempt end, int hold) {
        if (ended) {
            return new CompletableFuture<>();
        }
        SyncRequest request = new SyncRequest(
                state,
                attempt == null ? "" : attempt.value(),
                end == null ? "" : end.result().wire(),
                0,
                number,
                runner.session().generation(),
                syncs.incrementAndGet(),
                attempt == null ? List.of() : List.of(attempt),
                end,
                null,
                null);
        return runner.post(RelayPaths.SYNC, SimulatedRunner.JSON.writeValueAsBytes(request), hold)
                .thenApply(SimulatedSlot::answer);
    }

    private static SyncResponse answer(HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException("A sync was answered with " + response.statusCode());
        }
        return SimulatedRunner.JSON.readValue(response.body(), SyncResponse.class);
    }

    /** What our runner says of {@code true}: the log's events are in it. */
    private static FinishedAttempt passed() {
        long now = System.currentTimeMillis();
        List<String> events = List.of(
                line(new LogEvent.JobStarted(now / 1000, now)),
                line(new LogEvent.CommandStarted(now / 1000, now, "true")),
                line(new LogEvent.CommandFinished(now / 1000, now, "true", 0, now / 1000, now / 1000)),
                line(new LogEvent.JobFinished(now / 1000, now, "passed")));
        return new FinishedAttempt(AttemptResult.PASSED, 0, null, events.size(), 0, events);
    }

    private static String line(LogEvent event) {
        return SimulatedRunner.JSON.writerFor(LogEvent.class).writeValueAsString(event);
    }

    private void later(Runnable action) {
        if (!ended) {
            CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS).execute(action);
        }
    }
}
