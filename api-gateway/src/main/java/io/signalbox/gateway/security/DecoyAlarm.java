package io.signalbox.gateway.security;

import jakarta.servlet.http.HttpServletRequest;

/** Hears that somebody has used a decoy token: it was stolen from where it was laid out. May block for a round trip; must not throw. */
@FunctionalInterface
public interface DecoyAlarm {

    /**
     * Sounds it.
     *
     * @param token which was used
     * @param request with what; it is refused as if nobody had the token
     */
    void sound(ApiToken token, HttpServletRequest request);
}
