package io.signalbox.gateway.relay.finish;

import io.signalbox.model.id.AttemptId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Says whose an attempt is that the relay does not remember. Thread-safe; never blocks the caller. */
public interface AttemptDirectory {

    /**
     * Looks an attempt up: by its claim, else by its log.
     *
     * @return nothing when no task has it any more; completes with an exception when the store does not answer
     */
    CompletableFuture<Optional<KnownAttempt>> find(AttemptId attempt);
}
