package io.signalbox.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A token that asks too often is told so, and others are not slowed by it. */
class RateTest {

    @Test
    void tokenThatAsksTooOftenIsToldWhenToComeBack() {
        MongoServer mongo = new MongoServer(new MemoryBackend());
        try (RunningGateway gateway = RunningGateway.over(
                mongo.bindAndGetConnectionString(),
                Map.of("signalbox.rate.per-second", 1, "signalbox.rate.burst", 3))) {
            ApiClient admin = gateway.client();
            String value = admin.post("/api/v1/tokens", "{\"name\":\"greedy\",\"role\":\"viewer\"}")
                    .is(201)
                    .json()
                    .at("/value")
                    .asString();
            ApiClient greedy = admin.with(value);
            Answer first = greedy.get("/api/v1/me").is(200);
            assertThat(first.header("RateLimit-Limit")).isEqualTo("3");
            assertThat(first.header("RateLimit-Remaining")).isEqualTo("2");
            assertThat(first.header("RateLimit-Reset")).isEqualTo("1");
            Answer last = first;
            for (int request = 0; request < 20 && last.status() == 200; request++) {
                last = greedy.get("/api/v1/me");
            }
            last.isProblem(429, "rate_limited");
            assertThat(last.header("Retry-After")).isEqualTo("1");
            assertThat(last.header("RateLimit-Remaining")).isEqualTo("0");
            admin.get("/api/v1/me").is(200);
        } finally {
            mongo.shutdownNow();
        }
    }
}
