package io.signalbox.gateway.relay.condition;

import io.signalbox.gateway.runner.Runner.Condition;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.RunnerId;

/** Keeps what a generation last said of itself. Never blocks; without it nothing is lost but a picture, so nobody hears how it went. */
@FunctionalInterface
public interface ConditionStore {

    /** Keeps it in the place of what it said before; does nothing when another generation is there. */
    void keep(RunnerId runner, Generation generation, Condition condition);
}
