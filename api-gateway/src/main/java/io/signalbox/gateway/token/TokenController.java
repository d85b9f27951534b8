package io.signalbox.gateway.token;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.signalbox.gateway.access.Needs;
import io.signalbox.gateway.access.Role;
import io.signalbox.gateway.audit.http.Audited;
import io.signalbox.gateway.json.JsonBody;
import io.signalbox.gateway.json.Page;
import io.signalbox.gateway.openapi.Described;
import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.security.ApiToken;
import io.signalbox.gateway.security.Caller;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows, makes, exchanges and takes back tokens of the client API. */
@RestController
public final class TokenController {
    private static final String TOKENS = "/api/v1/tokens";
    private static final String TOKEN = TOKENS + "/{id}";
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    private final JsonBody json;
    private final ApiTokens tokens;
    private final Supplier<TokenValue> values;

    /** Makes tokens of {@code values}. */
    public TokenController(JsonBody json, ApiTokens tokens, Supplier<TokenValue> values) {
        this.json = json;
        this.tokens = tokens;
        this.values = values;
    }

    /** A new token; the only answer that ever has its value. */
    record Issued(@JsonUnwrapped TokenView token, String value) {}

    /** Body that says for how long the old token counts yet; an hour unless it says so. */
    record Rotation(@Nullable Duration overlap) {
        private static final Duration USUAL = Duration.ofHours(1);

        Duration checked() {
            Duration wanted = overlap == null ? USUAL : overlap;
            if (wanted.isNegative() || wanted.compareTo(LONGEST_OVERLAP) > 0) {
                throw Problem.at(ErrorCode.INVALID_REQUEST, "/overlap", "must be from 0 s to 30 days")
                        .toException();
            }
            return wanted;
        }
    }

    @GetMapping(TOKENS)
    @Needs(Role.OWNER)
    @Described(id = "listTokens", summary = "Lists the tokens that the caller could have made, without their values")
    Page<TokenView> list(Caller caller) {
        return new Page<>(tokens.all(caller).stream().map(TokenView::of).toList(), null);
    }

    @GetMapping(TOKEN)
    @Needs(Role.OWNER)
    @Described(id = "getToken", summary = "Shows a token, without its value")
    TokenView get(@PathVariable String id, Caller caller) {
        return TokenView.of(tokens.require(id, caller));
    }

    @PostMapping(path = TOKENS, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Role.OWNER)
    @Audited("token.make")
    @Described(
            id = "createToken",
            summary = "Makes a token; the only answer with its value",
            reads = NewApiToken.class,
            answers = 201)
    ResponseEntity<Issued> make(InputStream body, Caller caller) throws IOException {
        TokenValue value = values.get();
        return issued(tokens.make(json.small(body, NewApiToken.class), value, caller), value);
    }

    @PostMapping(path = TOKEN + "/rotate", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Role.OWNER)
    @Audited("token.rotate")
    @Described(
            id = "rotateToken",
            summary = "Gives a token a successor",
            reads = Rotation.class,
            answers = 201,
            problems = ErrorCode.TOKEN_REVOKED)
    ResponseEntity<Issued> rotate(@PathVariable String id, InputStream body, Caller caller) throws IOException {
        ApiToken old = tokens.require(id, caller);
        TokenValue value = values.get();
        return issued(tokens.rotate(old, value, json.small(body, Rotation.class).checked()), value);
    }

    @DeleteMapping(TOKEN)
    @Needs(Role.OWNER)
    @Audited("token.revoke")
    @Described(id = "revokeToken", summary = "Takes a token back", answers = 204)
    ResponseEntity<Void> revoke(@PathVariable String id, Caller caller) {
        tokens.revoke(tokens.require(id, caller));
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Issued> issued(ApiToken token, TokenValue value) {
        return ResponseEntity.created(URI.create(TOKENS + "/" + token.id()))
                .body(new Issued(TokenView.of(token), value.text()));
    }
}
