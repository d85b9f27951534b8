package io.signalbox.gateway.event;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A place in the feed.
 *
 * @param after sequence of the last event that was seen
 */
public record EventCursor(long after) {
    private static final String KIND = "e";

    static Optional<EventCursor> parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            return plain.startsWith(KIND)
                    ? Optional.of(new EventCursor(Long.parseUnsignedLong(plain.substring(KIND.length()))))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Its text, which means nothing to callers. */
    public String text() {
        String plain = KIND + after;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }
}
