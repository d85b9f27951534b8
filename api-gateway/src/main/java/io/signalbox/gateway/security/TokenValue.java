package io.signalbox.gateway.security;

import io.signalbox.gateway.hash.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A credential in clear text. It is shown once and stored as its hash; 256 random bits need no slow hash.
 *
 * @param text what the owner sends
 */
public record TokenValue(String text) {
    /** Begins a token of the client API, for the scanners of secrets. */
    public static final String API = "sbp_";
    /** Begins a registration token. */
    public static final String REGISTRATION = "sbr_";
    /** Begins the access token of a runner. */
    public static final String ACCESS = "sba_";

    private static final int BYTES = 32;
    private static final int SHOWN = 8;
    private static final int ID = 20;

    /** A fresh one. */
    public static TokenValue random(String kind, SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new TokenValue(kind + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256 in hex: what the store keeps. */
    public String hash() {
        return Sha256.of(text);
    }

    /** The token's id: the same value always has the same one, so that storing it twice is a repeat. */
    public String id() {
        return idOf(hash());
    }

    /** The id of the token with this hash. */
    public static String idOf(String hash) {
        return hash.substring(0, ID);
    }

    /** Enough of it to tell it from others. */
    public String prefix() {
        return text.substring(0, Math.min(text.length(), SHOWN));
    }

    /** Never the value. */
    @Override
    public String toString() {
        return prefix() + "…";
    }
}
