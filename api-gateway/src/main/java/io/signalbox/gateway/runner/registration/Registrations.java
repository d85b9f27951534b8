package io.signalbox.gateway.runner.registration;

import io.signalbox.gateway.security.TokenValue;

/** Lets runners in. Blocks for a few round trips; throws when the store is away. Thread-safe. */
@FunctionalInterface
public interface Registrations {

    /** Registers a runner that shows {@code value}: a registration token, or the access token of its session so far. */
    RegistrationOutcome register(Registration wish, TokenValue value);
}
