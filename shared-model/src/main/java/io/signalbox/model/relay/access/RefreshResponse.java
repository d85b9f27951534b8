package io.signalbox.model.relay.access;

/**
 * A token for log pushes.
 *
 * @param token the token
 */
public record RefreshResponse(String token) {}
