package io.signalbox.gateway.pool;

/** The sessions of runners, by the registration token that they came with. Blocks for some round trips; repeating it is harmless. */
@FunctionalInterface
public interface TokenSessions {

    /** Ends all of a token: their runners are not known any more, and what they run is lost. */
    void end(String token);
}
