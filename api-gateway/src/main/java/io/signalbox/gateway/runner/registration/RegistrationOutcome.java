package io.signalbox.gateway.runner.registration;

import io.signalbox.gateway.runner.Runner;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.error.ErrorCode;

/** What became of a registration. */
public sealed interface RegistrationOutcome {

    /**
     * The runner has a new generation.
     *
     * @param runner as it is stored
     * @param token its access token, shown here and never again
     */
    record Registered(Runner runner, TokenValue token) implements RegistrationOutcome {}

    /**
     * It was refused.
     *
     * @param code what kind of thing is wrong
     * @param reason for the runner's own log
     */
    record Refused(ErrorCode code, String reason) implements RegistrationOutcome {}
}
