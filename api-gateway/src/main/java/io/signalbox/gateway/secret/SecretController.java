package io.signalbox.gateway.secret;

import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.audit.http.Audited;
import io.signalbox.gateway.json.JsonBody;
import io.signalbox.gateway.json.Page;
import io.signalbox.gateway.openapi.Described;
import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.security.Caller;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.rule.SpecRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Writes, names and removes secrets; no answer ever has a value. */
@RestController
public final class SecretController {
    private static final String SECRETS = "/api/v1/secrets";
    private static final String SECRET = SECRETS + "/{name}";
    private static final int MOST_BYTES = 32 * 1024;

    private final JsonBody json;
    private final Secrets secrets;

    /** Keeps them in {@code secrets}. */
    public SecretController(JsonBody json, Secrets secrets) {
        this.json = json;
        this.secrets = secrets;
    }

    /** Body with the value. */
    record NewValue(@Nullable String value) {
        @Override
        public String toString() {
            return "NewValue[…]";
        }
    }

    /** A secret without its value. */
    record Named(ProjectName project, String name, Instant updatedAt) {}

    @PutMapping(path = SECRET, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Role.OPERATOR)
    @Audited("secret.write")
    @Described(id = "writeSecret", summary = "Writes the value of a secret", reads = NewValue.class, answers = 204)
    ResponseEntity<Void> put(
            @PathVariable String name, @RequestParam Optional<String> project, InputStream body, Caller caller)
            throws IOException {
        ProjectName owner = caller.project(project);
        if (!SpecRules.isSecretName(name)) {
            throw Problem.of(
                            ErrorCode.INVALID_REQUEST,
                            "The name of a secret is that of an environment variable: 1 to 100 of A-Z a-z 0-9 _, no digit first")
                    .toException();
        }
        String value = json.small(body, NewValue.class).value();
        if (value == null || value.isEmpty() || value.indexOf('\0') >= 0) {
            throw Problem.at(ErrorCode.INVALID_REQUEST, "/value", "must have a character, and no NUL")
                    .toException();
        }
        if (value.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw Problem.at(ErrorCode.INVALID_REQUEST, "/value", "must have at most " + MOST_BYTES + " bytes")
                    .toException();
        }
        secrets.put(owner, name, value);
        return ResponseEntity.noContent().build();
    }

    @GetMapping(SECRETS)
    @Needs(Role.OPERATOR)
    @Described(id = "listSecrets", summary = "Lists the secrets of a project, without their values")
    Page<Named> list(@RequestParam Optional<String> project, Caller caller) {
        return new Page<>(
                secrets.of(caller.project(project)).stream()
                        .map(secret -> new Named(secret.project(), secret.name(), secret.updatedAt()))
                        .toList(),
                null);
    }

    @DeleteMapping(SECRET)
    @Needs(Role.OPERATOR)
    @Audited("secret.remove")
    @Described(id = "removeSecret", summary = "Removes a secret", answers = 204)
    ResponseEntity<Void> remove(@PathVariable String name, @RequestParam Optional<String> project, Caller caller) {
        if (!SpecRules.isSecretName(name) || !secrets.remove(caller.project(project), name)) {
            throw Problem.of(ErrorCode.NOT_FOUND, "There is no secret of this name")
                    .toException();
        }
        return ResponseEntity.noContent().build();
    }
}
