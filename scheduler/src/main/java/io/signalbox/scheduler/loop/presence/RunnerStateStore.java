package io.signalbox.scheduler.loop.presence;

import io.signalbox.model.id.RunnerId;
import io.signalbox.scheduler.core.Effect;
import java.time.Instant;
import java.util.List;

/** What the scheduler keeps about runners. Blocks, and throws when the store does not answer: then it may be repeated. */
public interface RunnerStateStore {

    /**
     * Keeps these, and an event of each in the runner's outbox. What is kept already is no news: the same presence of the same generation,
     * the same attempt on a slot that is set aside, or the same reason for setting the runner aside.
     */
    void keep(List<Effect.RunnerNews> news, Instant at);

    /** The runners that are kept as set aside, since they failed everything. */
    List<RunnerId> distrusted();
}
