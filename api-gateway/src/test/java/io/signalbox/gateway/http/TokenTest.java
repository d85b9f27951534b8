package io.signalbox.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.store.CollectionNames;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TokenTest {
    private static final String TOKENS = "/api/v1/tokens";

    private final RunningGateway gateway = RunningGateway.shared();
    private final ApiClient admin = gateway.client();
    private final String project = "p-" + UUID.randomUUID();

    @Test
    void valueIsShownOnceAndStoredAsItsHash() {
        JsonNode issued = issue("submitter", "");

        String value = issued.at("/value").asString();
        JsonNode shown =
                admin.get(TOKENS + "/" + issued.at("/id").asString()).is(200).json();
        assertThat(value).startsWith("sbp_").hasSizeGreaterThan(40);
        assertThat(shown.has("value")).isFalse();
        assertThat(shown.at("/projects/0").asString()).isEqualTo(project);
        assertThat(new StoredTasks(gateway.bean(Store.class))
                        .in(CollectionNames.TOKENS, issued.at("/id").asString())
                        .toJson())
                .doesNotContain(value)
                .contains(new TokenValue(value).hash());
        assertThat(admin.with(value)
                        .get("/api/v1/me")
                        .is(200)
                        .json()
                        .at("/role")
                        .asString())
                .isEqualTo("submitter");
    }

    @Test
    void tokenMakesNoneThatAllowsMore() {
        ApiClient owner = admin.with(issue("owner", "").at("/value").asString());

        owner.post(TOKENS, "{\"name\":\"x\",\"role\":\"viewer\",\"projects\":[\"%s\"]}".formatted(project))
                .is(201);
        owner.post(TOKENS, "{\"name\":\"x\",\"role\":\"viewer\"}").isProblem(403, "forbidden");
        owner.post(TOKENS, "{\"name\":\"x\",\"role\":\"viewer\",\"projects\":[\"other\"]}")
                .isProblem(403, "forbidden");
        owner.post(TOKENS, "{\"name\":\"x\",\"role\":\"admin\"}").isProblem(403, "forbidden");
        assertThat(owner.get(TOKENS).is(200).json().at("/items"))
                .isNotEmpty()
                .allSatisfy(
                        token -> assertThat(token.at("/projects/0").asString()).isEqualTo(project));
    }

    @Test
    void rotatedTokenCountsUntilTheOverlapIsOver() {
        JsonNode old = issue("viewer", "");
        String address = TOKENS + "/" + old.at("/id").asString();

        JsonNode successor = admin.post(address + "/rotate", "{}").is(201).json();

        admin.with(old.at("/value").asString()).get("/api/v1/me").is(200);
        admin.with(successor.at("/value").asString()).get("/api/v1/me").is(200);
        assertThat(admin.get(address).json().at("/expiresAt").isNull()).isFalse();
        admin.post(address + "/rotate", "{\"overlap\":\"PT0S\"}").is(201);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> admin.with(old.at("/value").asString())
                                .get("/api/v1/me")
                                .status()
                        == 401);
        admin.post(address + "/rotate", "{\"overlap\":\"P31D\"}").isProblem(422, "invalid_request");
    }

    @Test
    void revokedTokenIsShownAsSuchAndHasNoSuccessor() {
        JsonNode token = issue("viewer", "");
        String address = TOKENS + "/" + token.at("/id").asString();

        admin.delete(address).is(204);
        admin.delete(address).is(204);

        assertThat(admin.get(address).json().at("/revokedAt").isNull()).isFalse();
        admin.post(address + "/rotate", "{}").isProblem(409, "token_revoked");
        admin.delete(TOKENS + "/unknown").isProblem(404, "not_found");
    }

    @Test
    void wrongTokenNamesTheField() {
        admin.post(TOKENS, "{\"role\":\"viewer\"}")
                .isProblem(422, "invalid_request")
                .names("/name", "1 to 200");
        admin.post(TOKENS, "{\"name\":\"\\ud800\",\"role\":\"viewer\"}")
                .isProblem(422, "invalid_request")
                .names("/name", "1 to 200");
        admin.post(TOKENS, "{\"name\":\"x\",\"role\":\"king\"}")
                .isProblem(422, "invalid_request")
                .names("/role", "viewer");
        admin.post(TOKENS, "{\"name\":\"x\",\"role\":\"admin\",\"projects\":[\"a\"]}")
                .isProblem(422, "invalid_request")
                .names("/projects", "left out");
        admin.post(TOKENS, "{\"name\":\"x\",\"role\":\"viewer\",\"expiresAt\":\"2001-01-01T00:00:00Z\"}")
                .isProblem(422, "invalid_request")
                .names("/expiresAt", "future");
    }

    @Test
    void decoyLooksLikeATokenThatNobodyHas() {
        String decoy = issue("viewer", ",\"decoy\":true").at("/value").asString();

        Answer answer = admin.with(decoy).get("/api/v1/me").isProblem(401, "unauthenticated");

        assertThat(answer.json().at("/detail").asString())
                .isEqualTo(admin.with("sbp_nobody")
                        .get("/api/v1/me")
                        .json()
                        .at("/detail")
                        .asString());
    }

    @Test
    void whoGuessesIsLockedOutAndWhoIsKnownIsNot() {
        try (RunningGateway other =
                RunningGateway.over(new MongoServer(new MemoryBackend()).bindAndGetConnectionString())) {
            ApiClient known = other.client();
            known.get("/api/v1/me").is(200);
            for (int i = 0; i < 20; i++) {
                known.with("sbp_guess-" + i).get("/api/v1/me").isProblem(401, "unauthenticated");
            }

            Answer refused = known.with("sbp_another").get("/api/v1/me").isProblem(429, "locked_out");

            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 61);
            known.get("/api/v1/me").is(200);
        }
    }

    private JsonNode issue(String role, String more) {
        String body = "{\"name\":\"ci\",\"role\":\"%s\",\"projects\":[\"%s\"]%s}".formatted(role, project, more);
        return admin.post(TOKENS, body).is(201).json();
    }
}
