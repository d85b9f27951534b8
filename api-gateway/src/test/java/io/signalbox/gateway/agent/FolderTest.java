package io.signalbox.gateway.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.agent.RelayScene.Assigned;
import io.signalbox.gateway.http.Answer;
import io.signalbox.gateway.http.ApiClient;
import io.signalbox.model.folder.FolderBatch;
import io.signalbox.model.folder.Piece;
import io.signalbox.model.folder.PieceHash;
import io.signalbox.model.store.CollectionNames;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Folders from the API to the runner that has the attempt. */
class FolderTest {
    private final RelayScene scene = RelayScene.set();
    private final ApiClient client = scene.gateway().client();
    private final String content = "all: " + UUID.randomUUID();

    private String manifest(String project) {
        String body = "{\"entries\":[{\"type\":\"file\",\"path\":\"Makefile\",\"size\":%d,\"pieces\":[\"%s\"]}]}"
                .formatted(content.length(), hash(content));
        Answer offer = client.put("/api/v1/folders?project=" + project, body).is(200);
        if (offer.json().at("/missing").isEmpty()) {
            return offer.json().at("/manifest").asString();
        }
        assertThat(offer.json().at("/missing/0").asString()).isEqualTo(hash(content));
        client.put("/api/v1/pieces?project=" + project, "{\"pieces\":[\"" + base64(content) + "\"]}")
                .is(204);
        return client.put("/api/v1/folders?project=" + project, body)
                .is(200)
                .json()
                .at("/manifest")
                .asString();
    }

    private Assigned given(ScriptedAgent agent, String runner) {
        CompletableFuture<Answer> held = agent.held(45, "{'state':'waiting-for-jobs','sync':1,'journal':[]}");
        String spec = "{\"commands\":[\"make\"],\"folder\":{\"manifest\":\"%s\"}}".formatted(manifest("default"));
        Assigned assigned = scene.committed(runner, 0, RelayScene.EPOCH, spec).published();
        Answer run = ScriptedAgent.action(held.join(), "run-job");
        assertThat(run.json().at("/job/folder").asString()).isEqualTo(manifest("default"));
        return assigned;
    }

    @Test
    void folderIsGivenToTheRunnerWithTheLiveAttempt() throws IOException {
        ScriptedAgent agent = scene.runner("folder-given", 1);
        Assigned assigned = given(agent, "folder-given");

        FolderBatch all = parts(agent, assigned, 0);
        FolderBatch rest = parts(agent, assigned, 1);

        assertThat(hash(text(all.parts().getFirst()))).isEqualTo(manifest("default"));
        assertThat(text(all.parts().getLast())).isEqualTo(content);
        assertThat(text(rest.parts().getFirst())).isEqualTo(content);
        assertThat(rest.isLast()).isTrue();
    }

    @Test
    void nobodyElseIsGivenIt() {
        ScriptedAgent agent = scene.runner("folder-owner", 1);
        Assigned assigned = given(agent, "folder-owner");
        ScriptedAgent other = scene.runner("folder-stranger", 1);
        ScriptedAgent official = scene.official("folder-official-1");

        assertThat(other.folder(assigned.id(), 0).statusCode()).isEqualTo(404);
        assertThat(official.folder(assigned.id(), 0).statusCode()).isEqualTo(404);
        assertThat(ScriptedAgent.with(client, "sba_nobody")
                        .folder(assigned.id(), 0)
                        .statusCode())
                .isEqualTo(401);
        assertThat(agent.folder(UUID.randomUUID().toString(), 0).statusCode()).isEqualTo(404);
        assigned.ended("lost");
        assertThat(agent.folder(assigned.id(), 0).statusCode()).isEqualTo(404);
    }

    @Test
    void pieceThatIsGoneIsNamed() {
        ScriptedAgent agent = scene.runner("folder-gone", 1);
        Assigned assigned = given(agent, "folder-gone");
        scene.collection(CollectionNames.PIECES).deleteOne(new Document("_id", "default:" + hash(content)));

        HttpResponse<byte[]> answer = agent.folder(assigned.id(), 1);

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(text(answer.body())).contains(hash(content));
    }

    @Test
    void otherProjectCannotUseOrFindOutAboutIt() {
        String manifest = manifest("default");
        String body = "{\"entries\":[{\"type\":\"file\",\"path\":\"x\",\"size\":%d,\"pieces\":[\"%s\"]}]}"
                .formatted(content.length(), hash(content));

        assertThat(client.put("/api/v1/folders?project=elsewhere", body)
                        .is(200)
                        .json()
                        .at("/missing/0")
                        .asString())
                .isEqualTo(hash(content));
        client.post(
                        "/api/v1/tasks",
                        "{\"project\":\"elsewhere\",\"commands\":[\"x\"],\"folder\":{\"manifest\":\"%s\"}}"
                                .formatted(manifest))
                .isProblem(422, "invalid_spec");
    }

    @Test
    void taskWithAFolderWantsARunnerThatTakesOne() {
        String spec = "{\"commands\":[\"x\"],\"folder\":{\"manifest\":\"%s\"}}".formatted(manifest("default"));
        String task =
                client.post("/api/v1/tasks", spec).is(201).json().at("/id").asString();

        Document stored = scene.collection(CollectionNames.TASKS)
                .find(new Document("_id", task))
                .first();
        assertThat(String.valueOf(stored)).contains("executor:folder");
        assertThat(scene.collection(CollectionNames.FOLDER_TASKS)
                        .find(new Document("_id", task))
                        .first())
                .containsEntry("manifest", manifest("default"));
    }

    @Test
    void hostileManifestIsRefused() {
        for (String entry : List.of(
                "{\"type\":\"file\",\"path\":\"../a\"}",
                "{\"type\":\"file\",\"path\":\"/etc/passwd\"}",
                "{\"type\":\"file\",\"path\":\".git/hooks/pre-commit\"}",
                "{\"type\":\"file\",\"path\":\"a\\u0000b\"}",
                "{\"type\":\"link\",\"path\":\"a\",\"target\":\"../../b\"}",
                "{\"type\":\"file\",\"path\":\"a\",\"size\":9223372036854775807}")) {
            client.put("/api/v1/folders", "{\"entries\":[" + entry + "]}").isProblem(422, "invalid_request");
        }
        client.put("/api/v1/folders", "{\"entries\":[{\"type\":\"device\",\"path\":\"a\"}]}")
                .isProblem(422, "invalid_request");
    }

    @Test
    void piecesHaveTheirLimits() {
        client.put("/api/v1/pieces", "{\"pieces\":[\"\"]}").isProblem(422, "invalid_request");
        client.put("/api/v1/pieces", "{\"pieces\":[\"%%%\"]}").isProblem(422, "invalid_request");
        String large = Base64.getEncoder().encodeToString(new byte[Piece.MOST_BYTES + 1]);
        client.put("/api/v1/pieces", "{\"pieces\":[\"" + large + "\"]}").isProblem(422, "invalid_request");
        client.put("/api/v1/pieces", "{\"pieces\":[\"" + large + large + "\"]}").isProblem(413, "body_too_large");
    }

    private static FolderBatch parts(ScriptedAgent agent, Assigned assigned, long from) throws IOException {
        HttpResponse<byte[]> answer = agent.folder(assigned.id(), from);
        assertThat(answer.statusCode()).isEqualTo(200);
        return FolderBatch.of(answer.body());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String hash(String text) {
        return PieceHash.of(text.getBytes(StandardCharsets.UTF_8)).value();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
