package io.signalbox.scheduler.loop.errand;

import io.signalbox.scheduler.core.Effect;
import java.util.List;

/** The history of what was refused. Blocks, and throws when the store does not answer: then it may be repeated. */
public interface Refusals {

    /** Keeps each in its attempt's entry, once (I2). */
    void keep(List<Effect.Refuse> refusals);
}
