package io.signalbox.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AuditTest {
    private final ApiClient admin = RunningGateway.shared().client();
    private final String pool = "p-" + UUID.randomUUID();

    @Test
    void changeIsWrittenDownWithWhoAndFromWhere() {
        Answer made =
                admin.post("/api/v1/pools", "{\"name\":\"%s\"}".formatted(pool)).is(201);

        JsonNode entry = of(made).getFirst();

        assertThat(entry.at("/action").asString()).isEqualTo("pool.make");
        assertThat(entry.at("/target").asString()).isEqualTo("POST /api/v1/pools");
        assertThat(entry.at("/outcome").asString()).isEqualTo("allowed");
        assertThat(entry.at("/actor/name").asString()).isEqualTo("admin-token");
        assertThat(entry.at("/actor/address").asString()).isEqualTo("127.0.0.1");
    }

    @Test
    void changeThatFailedSaysSo() {
        Answer failed = admin.delete("/api/v1/secrets/NOBODYS").isProblem(404, "not_found");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(of(failed))
                        .extracting(entry -> entry.at("/outcome").asString())
                        .containsExactly("allowed", "failed"));
    }

    @Test
    void refusalOfAKnownCallerIsWrittenDown() {
        String value = admin.post("/api/v1/tokens", "{\"name\":\"nosy\",\"role\":\"viewer\"}")
                .is(201)
                .json()
                .at("/value")
                .asString();

        Answer refused = admin.with(value)
                .post("/api/v1/pools", "{\"name\":\"%s\"}".formatted(pool))
                .isProblem(403, "forbidden");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(of(refused)).singleElement().satisfies(entry -> {
                    assertThat(entry.at("/outcome").asString()).isEqualTo("refused");
                    assertThat(entry.at("/actor/name").asString()).isEqualTo("nosy");
                }));
    }

    @Test
    void useOfADecoyIsWrittenDown() {
        String value = admin.post("/api/v1/tokens", "{\"name\":\"bait\",\"role\":\"admin\",\"decoy\":true}")
                .is(201)
                .json()
                .at("/value")
                .asString();

        Answer refused = admin.with(value).get("/api/v1/me").isProblem(401, "unauthenticated");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(of(refused))
                        .singleElement()
                        .satisfies(entry ->
                                assertThat(entry.at("/action").asString()).isEqualTo("decoy.use")));
    }

    @Test
    void readingAndSubmittingAreNotWrittenDown() {
        Answer read = admin.get("/api/v1/pools").is(200);
        Answer submitted =
                admin.post("/api/v1/tasks", "{\"commands\":[\"true\"]}").is(201);

        admin.post("/api/v1/pools", "{\"name\":\"%s\"}".formatted(pool)).is(201);

        assertThat(of(read)).isEmpty();
        assertThat(of(submitted)).isEmpty();
    }

    @Test
    void logIsWholeAndReadInPages() {
        admin.post("/api/v1/pools", "{\"name\":\"%s\"}".formatted(pool)).is(201);
        JsonNode first = admin.get("/api/v1/audit?limit=1").is(200).json();
        String next = first.at("/next").asString();
        admin.post("/api/v1/pools", "{\"name\":\"%s-2\"}".formatted(pool)).is(201);

        JsonNode second =
                admin.get("/api/v1/audit?limit=1&after=" + next).is(200).json();

        assertThat(second.at("/items/0/sequence").asLong())
                .isEqualTo(first.at("/items/0/sequence").asLong() + 1);
        assertThat(second.at("/items/0/previous")).isEqualTo(first.at("/items/0/hash"));
        assertThat(admin.get("/api/v1/audit/verify").is(200).json().at("/whole").asBoolean())
                .isTrue();
    }

    private List<JsonNode> of(Answer answer) {
        String request = answer.header("X-Request-Id");
        List<JsonNode> found = new ArrayList<>();
        String after = "0";
        while (true) {
            JsonNode page =
                    admin.get("/api/v1/audit?limit=500&after=" + after).is(200).json();
            StreamSupport.stream(page.at("/items").spliterator(), false)
                    .filter(entry -> entry.at("/request").asString().equals(request))
                    .forEach(found::add);
            if (page.at("/items").isEmpty()) {
                return found;
            }
            after = page.at("/next").asString();
        }
    }
}
