package io.signalbox.gateway.secret;

/**
 * A value as it is stored.
 *
 * @param key id of the key that opens it
 * @param value the sealed bytes, in base64
 */
public record Sealed(String key, String value) {}
