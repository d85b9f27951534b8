package io.signalbox.cli.login;

import io.signalbox.cli.failure.Failure;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the API is, and how to get in.
 *
 * @param address of the gateway
 * @param token for the API; may be empty
 * @param authorities certificates in PEM to trust instead of the system's; the system's if null
 * @param origin who said so, for people
 */
public record Connection(
        URI address, String token, @Nullable String authorities, String origin) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Checks it. */
    public Connection {
        String scheme = Objects.requireNonNullElse(address.getScheme(), "");
        String host = Objects.requireNonNullElse(address.getHost(), "");
        if (host.isEmpty() || !(scheme.equals("https") || (scheme.equals("http") && LOOPBACK.contains(host)))) {
            throw Failure.usage("The address must be one such as https://signalbox.example.org, but was " + address
                    + " (http only on loopback).");
        }
        if (token.chars().anyMatch(character -> character <= ' ' || character > '~')) {
            throw Failure.usage("The token must be one word such as sbp_…");
        }
    }

    /** The address in one spelling. */
    public static URI address(String text) {
        try {
            return URI.create(text.strip().replaceAll("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw Failure.usage("'" + text + "' is no address such as https://signalbox.example.org.");
        }
    }

    @Override
    public String toString() {
        return "Connection[" + address + ", " + origin + "]";
    }
}
