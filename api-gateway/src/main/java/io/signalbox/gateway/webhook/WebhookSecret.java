package io.signalbox.gateway.webhook;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a webhook's deliveries are signed with, known to both sides (Standard Webhooks: {@code whsec_} and base64 of the key).
 *
 * @param text as it is shown once
 */
public record WebhookSecret(String text) {
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;

    /** A fresh one. */
    public static WebhookSecret random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
    }

    /** The key itself. */
    public byte[] key() {
        return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    }

    /** Never the value. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
