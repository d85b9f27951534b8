package io.signalbox.gateway.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.http.Answer;
import io.signalbox.gateway.http.ApiClient;
import io.signalbox.model.relay.RelayPaths;
import org.junit.jupiter.api.Test;

/** What autoscalers of official agents ask for. */
class PoolLoadTest {
    private final RelayScene scene = RelayScene.set();
    private final ApiClient client = scene.gateway().client();

    @Test
    void loadOfThePoolIsShownToWhoHasItsToken() {
        client.post("/api/v1/pools", "{\"name\":\"load\"}").is(201);
        String token = client.post("/api/v1/pools/load/registration-tokens", "{}")
                .is(201)
                .json()
                .at("/value")
                .asString();
        ScriptedAgent.with(client, token).registered("{'name':'load-runner'}");
        String task = client.post("/api/v1/tasks", "{\"commands\":[\"x\"],\"pool\":\"load\"}")
                .is(201)
                .json()
                .at("/id")
                .asString();

        Answer metrics = ask("/metrics", token).is(200);
        assertThat(metrics.json().at("/jobs/queued").asInt()).isPositive();
        assertThat(metrics.json().at("/jobs/running").asInt()).isZero();
        assertThat(metrics.json().at("/agents/idle").asInt()).isEqualTo(1);
        assertThat(metrics.json().at("/agents/occupied").asInt()).isZero();
        assertThat(ask("/occupancy", token).is(200).json().at("/queued").asInt())
                .isEqualTo(metrics.json().at("/jobs/queued").asInt());
        assertThat(ask("/jobs", token).is(200).response().body()).contains("{\"id\":\"" + task + "\"}");
    }

    @Test
    void withoutARegistrationTokenNothingIsShown() {
        ScriptedAgent agent = scene.official("load-access");
        for (String path : new String[] {"/metrics", "/occupancy", "/jobs"}) {
            assertThat(ask(path, "sbr_wrong").is(401).response().body()).isEmpty();
            ask(path, agent.token()).is(401);
        }
    }

    private Answer ask(String path, String token) {
        ApiClient plain = client.with("");
        return plain.send(plain.request(RelayPaths.BASE + path)
                .header("Authorization", "Token " + token)
                .GET()
                .build());
    }
}
