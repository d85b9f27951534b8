package io.signalbox.cli.login;

import org.jspecify.annotations.Nullable;

/**
 * What flags or variables say of the connection; null where they say nothing.
 *
 * @param url the gateway's address
 * @param token for the API
 * @param ca file with authorities to trust
 */
public record Wishes(
        @Nullable String url,
        @Nullable String token,
        @Nullable String ca) {

    /** These, and what {@code others} say where these say nothing. */
    public Wishes or(Wishes others) {
        return new Wishes(
                url == null ? others.url : url, token == null ? others.token : token, ca == null ? others.ca : ca);
    }

    @Override
    public String toString() {
        return "Wishes[" + url + "]";
    }
}
