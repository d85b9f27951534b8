package io.signalbox.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.testkit.infra.cluster.ApiClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Gateways die while tasks run: the tasks go on through the other one, and their logs are whole. */
class GatewayDeathSystemIT extends OnCluster {

    @Test
    void aRunningTaskOutlivesEachGatewayInTurn(@TempDir Path folder) throws IOException {
        Path enough = folder.resolve("enough");
        String id = api().submit(
                        "{'commands':['until [ -e %s ]; do echo line $((++n)); sleep 0.05; done; echo $n lines'],"
                                        .formatted(enough)
                                + "'tags':['linux']}");
        api().await(id, "running");
        for (int gateway = 1; gateway <= 2; gateway++) {
            ApiClient other = installation().api(3 - gateway);
            installation().process("gateway-" + gateway).kill();
            int length = other.output(id).length();
            Awaitility.await("the log goes on through the other gateway")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> other.output(id).length() > length);
            installation().startMissing();
        }
        Files.createFile(enough);
        JsonNode task = installation().api(1).await(Duration.ofSeconds(60), id, "passed", "failed", "lost");
        assertThat(task.get("state").asString()).isEqualTo("passed");
        assertThat(task.get("attempts")).hasSize(1);
        List<String> lines = installation().api(2).output(id).lines().toList();
        int written = lines.size() - 1;
        assertThat(lines.getLast()).isEqualTo(written + " lines");
        assertThat(lines.subList(0, written))
                .isEqualTo(IntStream.rangeClosed(1, written)
                        .mapToObj(n -> "line " + n)
                        .toList());
        assertThat(installation().api(1).verify(id).get("complete").asBoolean()).isTrue();
    }
}
