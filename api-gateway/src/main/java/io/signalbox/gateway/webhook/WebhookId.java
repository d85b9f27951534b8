package io.signalbox.gateway.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Identity of a webhook.
 *
 * @param value its text
 */
public record WebhookId(@JsonValue String value) {
    private static final int BYTES = 10;
    private static final Pattern FORM = Pattern.compile("wh_[0-9a-f]{20}");

    public WebhookId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a webhook id is wh_ and 20 hexadecimal digits, but was " + value);
        }
    }

    /** A fresh one. */
    public static WebhookId random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new WebhookId("wh_" + HexFormat.of().formatHex(bytes));
    }

    /** Whether the text has the shape of a webhook id. */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
