package io.signalbox.gateway.adapter.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/** The pause that an overloaded receiver asks for (RFC 9110, 10.2.3); a date counts from the receiver's own {@code Date}. */
final class RetryAfter {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private RetryAfter() {}

    /** Zero where it asks for none, or for none that can be understood. */
    static Duration of(Response response) {
        int status = response.getStatus();
        @Nullable String wanted = response.getHeaders().get(HttpHeader.RETRY_AFTER);
        if (wanted == null || (status != TOO_MANY_REQUESTS && status != UNAVAILABLE)) {
            return Duration.ZERO;
        }
        if (SECONDS.matcher(wanted).matches()) {
            return Duration.ofSeconds(Long.parseLong(wanted));
        }
        return between(response.getHeaders().get(HttpHeader.DATE), wanted);
    }

    private static Duration between(@Nullable String now, String then) {
        try {
            Duration pause = now == null ? Duration.ZERO : Duration.between(instant(now), instant(then));
            return pause.isNegative() ? Duration.ZERO : pause;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    private static Instant instant(String date) {
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
    }
}
