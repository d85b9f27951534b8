package io.signalbox.bench.adapter.http;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.AgentState;
import io.signalbox.model.relay.FinishedAttempt;
import io.signalbox.model.relay.RelayPaths;
import io.signalbox.model.relay.SyncAction;
import io.signalbox.model.relay.SyncRequest;
import io.signalbox.model.relay.SyncResponse;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One slot: holds a sync; when it is answered with a task, has its work done, and says how it ended; meanwhile it syncs as a running one
 * does. Its threads are the client's.
 */
final class SimulatedSlot {
    private static final int HOLD_SECONDS = 45;
    private static final int BUSY_HOLD_SECONDS = 5;
    private final SimulatedRunner runner;
    private final int number;
    private final Work work;
    private final AtomicLong syncs = new AtomicLong();
    private volatile boolean ended;

    SimulatedSlot(SimulatedRunner runner, int number, Work work) {
        this.runner = runner;
        this.number = number;
        this.work = work;
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
                goOn(attempt, work.run(runner, attempt));
            } else {
                idle();
            }
        });
    }

    private void goOn(AttemptId attempt, CompletableFuture<FinishedAttempt> end) {
        if (end.isDone()) {
            finish(attempt, end.join());
            return;
        }
        var _ = sync(AgentState.RUNNING_JOB, attempt, null, BUSY_HOLD_SECONDS).whenComplete((_, failure) -> {
            if (failure != null) {
                later(() -> goOn(attempt, end));
            } else {
                goOn(attempt, end);
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

    private void later(Runnable action) {
        if (!ended) {
            CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS).execute(action);
        }
    }
}
