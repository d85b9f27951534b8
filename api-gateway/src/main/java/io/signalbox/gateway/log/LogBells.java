package io.signalbox.gateway.log;

import io.signalbox.model.id.AttemptId;

/** Hears that a log grew. Must not block: a hint, which may be dropped. */
public interface LogBells {

    /** The log of {@code attempt} now ends at {@code end}. */
    void grew(AttemptId attempt, long end);

    /** The log of {@code attempt} ends at {@code end} for good. */
    void sealed(AttemptId attempt, long end);
}
