package io.signalbox.gateway.security;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a caller who it is. */
@RestController
public final class MeController {

    /**
     * The caller's own token.
     *
     * @param token its id
     * @param name for people
     * @param role what it may do
     */
    public record Me(String token, String name, String role) {}

    @GetMapping("/api/v1/me")
    Me me(Caller caller) {
        return new Me(caller.token(), caller.name(), caller.role().wire());
    }
}
