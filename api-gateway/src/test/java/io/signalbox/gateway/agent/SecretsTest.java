package io.signalbox.gateway.agent;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import io.signalbox.gateway.http.Answer;
import io.signalbox.gateway.http.ApiClient;
import io.signalbox.model.store.CollectionNames;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Secrets from the API into the answer that gives an attempt. */
class SecretsTest {
    private static final String VALUE = "correct horse battery staple";

    private final RelayScene scene = RelayScene.set();
    private final ApiClient client = scene.gateway().client();

    @Test
    void valueIsWrittenAndNeverShown() throws Exception {
        put("SHOWN_NEVER", VALUE).is(204);
        put("SHOWN_NEVER", VALUE + "!").is(204);
        Answer list = client.get("/api/v1/secrets?project=default").is(200);
        assertThat(list.response().body()).contains("SHOWN_NEVER").doesNotContain("horse");
        Document stored = requireNonNull(scene.collection(CollectionNames.SECRETS)
                .find(Filters.eq("_id", "default:SHOWN_NEVER"))
                .first());
        assertThat(stored).containsKey("key");
        assertThat(new String(Base64.getDecoder().decode(stored.getString("value")), StandardCharsets.ISO_8859_1))
                .doesNotContain("horse");
        assertThat(stored.toJson()).doesNotContain("horse");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(scene.gateway().home().resolve("master-key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void secretIsGivenWithTheClaimedAttemptAndMasked() {
        put("GIVEN", VALUE).is(204);
        ScriptedAgent agent = scene.runner("secret-given", 1);
        Answer run = given(agent, "secret-given", "{\"commands\":[\"x\"],\"secrets\":[\"GIVEN\"]}");
        String encoded = Base64.getEncoder().encodeToString(VALUE.getBytes(StandardCharsets.UTF_8));
        assertThat(run.json().at("/job/env_vars").toString()).contains("{\"name\":\"GIVEN\",\"value\":\"" + encoded);
        assertThat(run.json().at("/job/masks/0").asString()).isEqualTo(encoded);
    }

    @Test
    void registrationAndReadSecretAreInTheAuditLog() {
        long before =
                client.get("/api/v1/audit/verify").is(200).json().at("/last").asLong();
        put("AUDITED", VALUE).is(204);
        ScriptedAgent agent = scene.runner("secret-audited", 1);
        given(agent, "secret-audited", "{\"commands\":[\"x\"],\"secrets\":[\"AUDITED\"]}");

        String log = client.get("/api/v1/audit?limit=500&after=" + before)
                .is(200)
                .response()
                .body();

        assertThat(log).contains("secret.read", "[AUDITED] of project default for attempt", "runner.register");
        assertThat(log).contains("runner secret-audited (").doesNotContain(VALUE);
    }

    @Test
    void secretOfAnotherProjectIsNotGiven() {
        client.send(client.request("/api/v1/secrets/THEIRS?project=theirs")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"value\":\"" + VALUE + "\"}"))
                        .build())
                .is(204);
        client.post("/api/v1/tasks", "{\"commands\":[\"x\"],\"secrets\":[\"THEIRS\"]}")
                .isProblem(422, "invalid_spec");
        ScriptedAgent agent = scene.runner("secret-theirs", 1);
        Answer run = given(agent, "secret-theirs", "{\"commands\":[\"x\"],\"secrets\":[\"THEIRS\"]}");
        assertThat(run.json().at("/job/env_vars").toString()).doesNotContain("THEIRS");
        assertThat(run.json().at("/job/commands/0/directive").asString()).contains("THEIRS does not exist any more");
    }

    @Test
    void outlivedAttemptGetsNoSecret() {
        put("OUTLIVED", VALUE).is(204);
        OfficialProcess agent = OfficialProcess.start(scene, "secret-outlived");
        var assigned = agent.given("{\"commands\":[\"x\"],\"secrets\":[\"OUTLIVED\"]}");
        assertThat(agent.fetch().at("/env_vars").toString()).contains("OUTLIVED");
        assigned.ended("lost");
        assertThat(agent.fetch().toString()).doesNotContain("OUTLIVED", "env_vars\":[{");
    }

    @Test
    void unknownSecretIsRefusedAtSubmissionAndRemovedOneIsGone() {
        String task = "{\"commands\":[\"x\"],\"secrets\":[\"REMOVED\"]}";
        put("REMOVED", VALUE).is(204);
        client.post("/api/v1/tasks", task, "Idempotency-Key", "secret-removed").is(201);
        client.delete("/api/v1/secrets/REMOVED").is(204);
        client.delete("/api/v1/secrets/REMOVED").isProblem(404, "not_found");
        client.post("/api/v1/tasks", task).isProblem(422, "invalid_spec");
        client.post("/api/v1/tasks", task, "Idempotency-Key", "secret-removed").is(200);
    }

    @Test
    void wrongNamesAndValuesAreRefused() {
        put("not-a-variable", VALUE).isProblem(422, "invalid_request");
        put("EMPTY", "").isProblem(422, "invalid_request");
    }

    private Answer given(ScriptedAgent agent, String name, String spec) {
        CompletableFuture<Answer> held = agent.held(45, "{'state':'waiting-for-jobs','sync':1,'journal':[]}");
        scene.committed(name, 0, RelayScene.EPOCH, spec).published();
        return ScriptedAgent.action(held.join(), "run-job");
    }

    private Answer put(String name, String value) {
        return client.send(client.request("/api/v1/secrets/" + name)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"value\":\"" + value + "\"}"))
                .build());
    }
}
