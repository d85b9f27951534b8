package io.signalbox.gateway.security;

import jakarta.servlet.ServletRequest;
import java.util.Objects;

/**
 * Whom a request of the client API stands for. A controller takes it as an argument.
 *
 * @param token id of the token
 * @param name of the token, for people
 * @param role what it may do
 */
public record Caller(String token, String name, Role role) {
    static final String ATTRIBUTE = Caller.class.getName();

    /** The caller of an authenticated request. */
    public static Caller of(ServletRequest request) {
        return (Caller) Objects.requireNonNull(request.getAttribute(ATTRIBUTE), "this address needs no token");
    }
}
