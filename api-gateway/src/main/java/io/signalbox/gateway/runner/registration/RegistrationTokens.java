package io.signalbox.gateway.runner.registration;

import io.signalbox.gateway.security.TokenValue;
import java.util.Optional;

/** Registration tokens. Methods block for a round trip and throw the driver's exception when the store is away. */
public interface RegistrationTokens {

    /** The token of this value, unless it was revoked or has expired. */
    Optional<RegistrationToken> find(TokenValue value);

    /** The token with this id, whether it counts any more or not. */
    Optional<RegistrationToken> byId(String id);

    /**
     * Uses it once.
     *
     * @return false when no use is left
     */
    boolean use(RegistrationToken token);
}
