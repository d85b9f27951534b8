package io.signalbox.gateway.security;

import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.openapi.Described;
import io.signalbox.model.id.ProjectName;
import java.util.List;
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
     * @param projects in which projects; empty: in all
     */
    public record Me(String token, String name, String role, List<ProjectName> projects) {}

    @GetMapping("/api/v1/me")
    @Needs(Role.VIEWER)
    @Described(id = "me", summary = "Tells the caller who it is")
    Me me(Caller caller) {
        return new Me(
                caller.token(),
                caller.name(),
                caller.grant().role().wire(),
                caller.scope().listed());
    }
}
