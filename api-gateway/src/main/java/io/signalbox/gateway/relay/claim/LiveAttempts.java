package io.signalbox.gateway.relay.claim;

import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Reads the live attempts of tasks from the primary. Thread-safe; never blocks the caller. A future completes with an exception when
 * the store does not answer.
 */
public interface LiveAttempts {

    /** The live attempt of a task with what it is to run; requests of one moment share one read (C1). */
    CompletableFuture<Optional<AssignedTask>> of(TaskId task);

    /** What lives on the slots of a runner; requests of one moment share one read (C5). */
    CompletableFuture<List<LiveAttempt>> on(RunnerId runner);

    /** What a relay has to hand out or to stop: its attempts that are assigned or must end. For the time without a broker. */
    CompletableFuture<List<LiveAttempt>> toDo(RelayId relay);
}
