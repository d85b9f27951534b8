package io.signalbox.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.backbone.mongo.Store;
import io.signalbox.gateway.security.TokenValue;
import io.signalbox.model.store.CollectionNames;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PoolTest {
    private static final String POOLS = "/api/v1/pools";

    private final RunningGateway gateway = RunningGateway.shared();
    private final ApiClient client = gateway.client();
    private final String pool = "p-" + UUID.randomUUID();
    private final String tokens = POOLS + "/" + pool + "/registration-tokens";

    @Test
    void defaultPoolAndItsTokenAreThereFromTheStart() throws IOException {
        String value =
                Files.readString(gateway.home().resolve("registration-token")).strip();

        assertThat(value).startsWith("sbr_");
        client.get(POOLS + "/default").is(200);
        assertThat(client.get(POOLS + "/default/registration-tokens")
                        .is(200)
                        .json()
                        .at("/items"))
                .anySatisfy(token -> assertThat(token.at("/id").asString()).isEqualTo(new TokenValue(value).id()));
    }

    @Test
    void poolIsMadeOnce() {
        client.post(POOLS, "{\"name\":\"%s\"}".formatted(pool)).is(201);

        client.post(POOLS, "{\"name\":\"%s\"}".formatted(pool)).isProblem(409, "name_taken");
        assertThat(client.get(POOLS).json().at("/items").findValuesAsString("name"))
                .contains(pool, "default");
    }

    @Test
    void wrongPoolIsRefused() {
        client.post(POOLS, "{}").isProblem(422, "invalid_request").names("/name", "required");
        client.post(POOLS, "{\"name\":\"A B\"}")
                .isProblem(422, "invalid_request")
                .names("/name", "1 to 63");
        client.post(POOLS, "{\"name\":\"a\",\"size\":3}").isProblem(400, "unknown_field");
        client.get(POOLS + "/nobody").isProblem(404, "not_found");
    }

    @Test
    void valueOfATokenIsShownOnceAndStoredAsItsHash() {
        client.post(POOLS, "{\"name\":\"%s\"}".formatted(pool)).is(201);

        JsonNode issued = client.post(
                        tokens,
                        "{\"name\":\"ci\",\"tags\":[\"linux\"],\"projects\":[\"shop\"],\"uses\":3,\"expiresAt\":\"2999-01-01T00:00:00Z\"}")
                .is(201)
                .json();

        String value = issued.at("/value").asString();
        assertThat(value).startsWith("sbr_").hasSizeGreaterThan(40);
        JsonNode listed = client.get(tokens).is(200).json().at("/items/0");
        assertThat(listed.has("value")).isFalse();
        assertThat(listed.at("/tags/0").asString()).isEqualTo("linux");
        assertThat(listed.at("/uses").asInt()).isEqualTo(3);
        assertThat(listed.at("/expiresAt").asString()).isEqualTo("2999-01-01T00:00:00.000Z");
        assertThat(stored(issued)).doesNotContain(value).contains(new TokenValue(value).hash());
    }

    @Test
    void revokedTokenIsShownAsSuch() {
        client.post(POOLS, "{\"name\":\"%s\"}".formatted(pool)).is(201);
        String id = client.post(tokens, "{}").is(201).json().at("/id").asString();

        client.delete(tokens + "/" + id).is(204);
        client.delete(tokens + "/" + id).is(204);

        assertThat(client.get(tokens).json().at("/items/0/revokedAt").isNull()).isFalse();
        client.delete(tokens + "/unknown").isProblem(404, "not_found");
    }

    @Test
    void tokenIsShownByItsIdWithItsAddressRanges() {
        client.post(POOLS, "{\"name\":\"%s\"}".formatted(pool)).is(201);
        String id = client.post(tokens, "{\"addresses\":[\"10.0.0.0/8\"]}")
                .is(201)
                .json()
                .at("/id")
                .asString();

        assertThat(client.get(tokens + "/" + id)
                        .is(200)
                        .json()
                        .at("/addresses/0")
                        .asString())
                .isEqualTo("10.0.0.0/8");
        client.get(tokens + "/unknown").isProblem(404, "not_found");
        client.post(tokens, "{\"addresses\":[\"everywhere\"]}")
                .isProblem(422, "invalid_request")
                .names("/addresses", "ranges");
    }

    @Test
    void wrongPolicyNamesTheField() {
        client.post(POOLS, "{\"name\":\"%s\"}".formatted(pool)).is(201);

        client.post(tokens, "{\"uses\":0}").isProblem(422, "invalid_request").names("/uses", "from 1");
        client.post(tokens, "{\"tags\":[\"a b\"]}")
                .isProblem(422, "invalid_request")
                .names("/tags", "tags");
        client.post(tokens, "{\"expiresAt\":\"2001-01-01T00:00:00Z\"}")
                .isProblem(422, "invalid_request")
                .names("/expiresAt", "future");
    }

    private String stored(JsonNode token) {
        return new StoredTasks(gateway.bean(Store.class))
                .in(CollectionNames.TOKENS, token.at("/id").asString())
                .toJson();
    }
}
