package io.signalbox.scheduler.loop.errand;

import io.signalbox.scheduler.core.Effect;
import java.util.List;

/** What was refused, and what was set aside, kept with the tasks. Blocks, and throws when the store does not answer: then it may be repeated. */
public interface Refusals {

    /** Keeps each in its attempt's entry, once (I2). */
    void keep(List<Effect.Refuse> refusals);

    /** Marks the tasks on which the core failed with what happened (C17); touches neither state, version nor commit mark. */
    void mark(List<Effect.SetAside> poisoned);
}
