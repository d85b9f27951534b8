package io.signalbox.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.testkit.infra.cluster.Victim;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A runner dies while it runs a task: the user decided what that means. */
class LossSystemIT extends OnCluster {
    private static final Duration LOSS_IS_NOTICED = Duration.ofSeconds(90);

    @Test
    void aLostTaskFailsAndKeepsItsLastOutput() {
        try (RunnerProcess doomed = installation().runner("doomed-1", "--tag", "doomed-1")) {
            String id = api().submit("{'commands':['echo alive','sleep 300'],'tags':['doomed-1'],"
                    + "'onLost':{'policy':'fail','after':'PT15S'}}");
            api().await(id, "running");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> api().output(id).contains("alive"));
            doomed.kill();
            JsonNode task = api().await(LOSS_IS_NOTICED, id, "lost", "passed", "failed");
            assertThat(task.get("state").asString()).isEqualTo("lost");
            assertThat(task.get("reason").get("code").asString()).isEqualTo("runner_lost");
            assertThat(api().output(id)).isEqualTo("alive\n");
        }
    }

    @Test
    void aRequeuedTaskRunsOnAnotherRunnerAndTheProcessesOfTheFirstAreGone(@TempDir Path folder) throws Exception {
        Path shellId = folder.resolve("shell");
        try (RunnerProcess doomed = installation().runner("doomed-2", "--tag", "pair")) {
            String id = api().submit(
                            "{'commands':['test -s %1$s && exit 0; echo $$ > %1$s; sleep 300'],'tags':['pair'],"
                                            .formatted(shellId)
                                    + "'onLost':{'policy':'requeue','after':'PT15S'}}");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> Files.exists(shellId) && Files.size(shellId) > 0);
            Victim shell = new Victim(Long.parseLong(Files.readString(shellId).strip()));
            try (RunnerProcess _ = installation().runner("heir", "--tag", "pair")) {
                doomed.kill();
                Awaitility.await("the guard ends what the runner left")
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> !shell.isAlive());
                JsonNode task = api().await(LOSS_IS_NOTICED, id, "passed", "lost", "failed");
                assertThat(task.get("state").asString()).isEqualTo("passed");
                assertThat(task.get("attempts")).hasSize(2);
                assertThat(runnerOf(task, 0)).isEqualTo("doomed-2");
                assertThat(runnerOf(task, 1)).isEqualTo("heir");
            }
        }
    }

    private static String runnerOf(JsonNode task, int attempt) {
        return task.get("attempts").get(attempt).get("runner").get("name").asString();
    }
}
