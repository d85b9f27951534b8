package io.signalbox.cli.login;

import io.signalbox.cli.failure.Failure;
import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides which connection a command uses: what flags, then variables say; else the home that {@code SIGNALBOX_HOME} names; else what {@code login}
 * has kept; else a home nearby. A token that was found goes only to the address that it was found with.
 */
public final class FindConnection {
    private final Wishes wishes;
    private final Homes homes;
    private final Logins logins;

    /** Looks at these, in this order. */
    public FindConnection(Wishes wishes, Homes homes, Logins logins) {
        this.wishes = wishes;
        this.homes = homes;
        this.logins = logins;
    }

    /** The connection. */
    public Connection find() {
        String url = wishes.url();
        Optional<Connection> found = url == null ? first() : known(Connection.address(url));
        if (found.isEmpty() && url == null) {
            throw Failure.usage(
                    "No gateway is known. Log in with `signalbox login URL`, or name one with --url or SIGNALBOX_URL.");
        }
        String token = wishes.token();
        if (found.isEmpty() && token == null) {
            throw Failure.usage("No token is known for " + url + ". Log in with `signalbox login " + url
                    + "`, or give one in SIGNALBOX_TOKEN.");
        }
        return merged(found.orElse(null), url, token);
    }

    private Connection merged(@Nullable Connection found, @Nullable String url, @Nullable String token) {
        String ca = wishes.ca();
        URI address = found == null ? Connection.address(String.valueOf(url)) : found.address();
        String origin = url != null || found == null ? "as the command or its environment says" : found.origin();
        String known = found == null ? "" : found.token();
        @Nullable String trusted = found == null ? null : found.authorities();
        return new Connection(
                address, token == null ? known : token.strip(), ca == null ? trusted : homes.authorities(ca), origin);
    }

    private Optional<Connection> first() {
        return homes.named().or(logins::load).or(homes::near);
    }

    private Optional<Connection> known(URI address) {
        Predicate<Connection> same = connection -> connection.address().equals(address);
        return homes.named()
                .filter(same)
                .or(() -> logins.load().filter(same))
                .or(() -> homes.near().filter(same));
    }
}
