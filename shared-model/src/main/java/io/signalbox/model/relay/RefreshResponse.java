package io.signalbox.model.relay;

/**
 * A token for log pushes.
 *
 * @param token the token
 */
public record RefreshResponse(String token) {}
