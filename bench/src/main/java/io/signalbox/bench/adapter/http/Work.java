package io.signalbox.bench.adapter.http;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.FinishedAttempt;
import java.util.concurrent.CompletableFuture;

/** What a simulated slot does with a task. */
@FunctionalInterface
public interface Work {
    /** Nothing: it passes at once. */
    Work NONE = (_, _) -> CompletableFuture.completedFuture(Ending.atOnce());

    /** Begins it; how it ends. Never blocks. */
    CompletableFuture<FinishedAttempt> run(SimulatedRunner runner, AttemptId attempt);
}
