package io.signalbox.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.testkit.infra.cluster.ApiClient;
import io.signalbox.testkit.infra.cluster.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** Everything in one process, with the embedded store: what it has acknowledged survives its death. */
@ResourceLock("standalone")
class StandaloneSystemIT {
    private static final int WAITING = 30;

    @Test
    void killedInMidWorkItGoesOnWithEverythingThatItAcknowledged(@TempDir Path folder) throws IOException {
        Path enough = folder.resolve("enough");
        try (Installation installation = Installation.standalone(folder.resolve("home"), FreePort.any());
                RunnerProcess _ = installation.runner("local", "--tag", "local")) {
            ApiClient api = installation.api(1);
            String running = api.submit(
                    "{'commands':['until [ -e %s ]; do echo line $((++n)); sleep 0.05; done; echo $n lines']}"
                            .formatted(enough));
            api.await(running, "running");
            List<String> waiting = IntStream.range(0, WAITING)
                    .mapToObj(_ -> api.submit("{'commands':['true'],'tags':['gpu']}"))
                    .toList();
            installation.process("standalone").kill();
            installation.startMissing();

            assertThat(waiting)
                    .allSatisfy(id -> assertThat(stateOf(api.task(id))).isEqualTo("queued"));
            int length = api.output(running).length();
            Awaitility.await("the log goes on")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> api.output(running).length() > length);
            Files.createFile(enough);
            JsonNode task = api.await(running, "passed", "failed", "lost");
            assertThat(stateOf(task)).isEqualTo("passed");
            assertThat(task.get("attempts")).hasSize(1);
            List<String> lines = api.output(running).lines().toList();
            assertThat(lines.getLast()).isEqualTo(lines.size() - 1 + " lines");
            assertThat(lines.getFirst()).isEqualTo("line 1");
            assertThat(api.verify(running).get("complete").asBoolean()).isTrue();
        }
    }

    private static String stateOf(JsonNode task) {
        return task.get("state").asString();
    }
}
