package io.signalbox.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.testkit.infra.cluster.ApiClient;
import io.signalbox.testkit.infra.cluster.FreePort;
import io.signalbox.testkit.infra.cluster.Victim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** What our runner promises, seen through the public API. */
@ResourceLock("standalone")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunnerSystemIT {
    private static final Duration LOSS_IS_NOTICED = Duration.ofSeconds(90);

    private Installation installation;

    @BeforeAll
    void bringUp(@TempDir Path folder) {
        installation = Installation.standalone(folder.resolve("home"), FreePort.any());
    }

    @AfterAll
    void bringDown() {
        installation.close();
    }

    private ApiClient api() {
        return installation.api(1);
    }

    @Test
    void aSecretReachesTheTaskAndNeverItsLog() {
        String value = "tr0ub4dor&3 ist 'geheim'";
        assertThat(api().send("PUT", "/api/v1/secrets/VAULT", "{\"value\":\"" + value + "\"}")
                        .statusCode())
                .isEqualTo(204);
        try (RunnerProcess _ = installation.runner("keeper", "--tag", "keeper")) {
            String id = api().submit(
                            "{'commands':['echo it is $VAULT, ${#VAULT} long','printf %s \\\"$VAULT\\\" | base64',"
                                    + "'for ((i = 0; i < ${#VAULT}; i++)); do printf %s \\\"${VAULT:i:1}\\\"; sleep 0.02; done'],"
                                    + "'secrets':['VAULT'],'tags':['keeper']}");
            assertThat(api().await(id, "passed", "failed").get("state").asString())
                    .isEqualTo("passed");
            assertThat(api().output(id)).isEqualTo("it is ****, " + value.length() + " long\n****\n****");
        }
    }

    @Test
    void aRunnerThatIsCutOffHasKilledItsTaskBeforeTheNextAttemptBegins(@TempDir Path folder) throws Exception {
        Path first = folder.resolve("first");
        try (RunnerProcess frozen = installation.runner("frozen", "--tag", "twins")) {
            String id = api().submit(("{'commands':['if [ -s %1$s ]; then ! test -e /proc/$(cat %1$s)/exe; exit $?; fi;"
                                    + " echo $$ > %1$s; trap : TERM; while sleep 1; do :; done'],'tags':['twins'],")
                            .formatted(first)
                    + "'onLost':{'policy':'requeue','after':'PT20S'}}");
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(first) && Files.size(first) > 0);
            var shell = new Victim(Long.parseLong(Files.readString(first).strip()));
            try (RunnerProcess _ = installation.runner("heir", "--tag", "twins")) {
                frozen.process().pause();
                Awaitility.await("the guard of a frozen runner kills")
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> !shell.hasProgram());
                assertThat(api().task(id).get("attempts")).hasSize(1);
                JsonNode task = api().await(LOSS_IS_NOTICED, id, "passed", "failed", "lost");
                assertThat(task.get("state").asString()).isEqualTo("passed");
                assertThat(task.get("attempts")).hasSize(2);
            } finally {
                frozen.process().resume();
            }
        }
    }

    @Test
    void aTaskRunsInAContainer(@TempDir Path folder) throws IOException {
        Optional<ContainerEngine> found = ContainerEngine.in(folder);
        Assumptions.assumeTrue(
                found.isPresent(), "there is no container engine, and none can be started (dockerd, as root)");
        try (ContainerEngine engine = found.orElseThrow();
                RunnerProcess _ = installation.runner(
                        "boxer",
                        "--tag",
                        "boxer",
                        "--docker-socket",
                        engine.socket().toString(),
                        "--docker-network",
                        "none")) {
            String id = api().submit(
                            "{'commands':['echo in; test -e /etc/passwd || echo away','exit 4'],'tags':['boxer'],"
                                    + "'executor':{'type':'docker','image':'" + ContainerEngine.IMAGE
                                    + "','pull':'never'}}");
            JsonNode task = api().await(id, "passed", "failed");
            assertThat(task.get("exitCode").asInt()).isEqualTo(4);
            assertThat(api().output(id)).isEqualTo("in\naway\n");
        }
    }
}
