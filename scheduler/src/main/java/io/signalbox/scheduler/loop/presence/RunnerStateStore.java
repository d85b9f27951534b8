package io.signalbox.scheduler.loop.presence;

import io.signalbox.scheduler.core.Effect;
import java.time.Instant;
import java.util.List;

/** What the scheduler keeps about runners. Blocks, and throws when the store does not answer: then it may be repeated. */
public interface RunnerStateStore {

    /**
     * Keeps these changes of presence, and an event of each in the runner's outbox. A change to the presence that is kept already, of the
     * same generation, is none.
     */
    void keep(List<Effect.RunnerChanged> changes, Instant at);
}
