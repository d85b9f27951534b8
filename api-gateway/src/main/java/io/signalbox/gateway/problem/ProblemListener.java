package io.signalbox.gateway.problem;

import io.signalbox.model.error.ErrorCode;

/** Hears of each problem that is answered, for metrics. Must not block. */
@FunctionalInterface
public interface ProblemListener {

    /** A request was answered with {@code code}. */
    void answered(ErrorCode code);
}
