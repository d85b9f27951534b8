package io.signalbox.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.testkit.infra.cluster.ApiClient;
import io.signalbox.testkit.infra.cluster.Checkout;
import io.signalbox.testkit.infra.cluster.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The runner's folder as a user has it: made by {@code bin/dist}, and copied to where it is needed. */
@ResourceLock("standalone")
class DistributionSystemIT {
    private static final Checkout CHECKOUT = Checkout.here();

    /** Copied as people do, without its times. */
    private static Path carry(Path folder) throws IOException, InterruptedException {
        Path made = folder.resolve("made");
        Path carried = folder.resolve("some where/else");
        CHECKOUT.run(Map.of("SIGNALBOX_DIST", made.toString()), "dist", "runner");
        Files.createDirectories(carried.getParent());
        assertThat(new ProcessBuilder("cp", "-r", made.toString(), carried.toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        Files.move(made, folder.resolve("gone"));
        return carried;
    }

    @Test
    void theCopiedFolderRunsATaskByItsOwnJavaAndDrainsOnSigterm(@TempDir Path folder) throws Exception {
        Path carried = carry(folder);
        String program = carried.resolve("bin/runner").toString();
        // A JVM that is told to insist on its cache does not start without it.
        assertThat(CHECKOUT.run(Map.of("SIGNALBOX_JAVA_OPTS", "-XX:AOTMode=on"), program, "--version"))
                .isNotBlank();

        Path enough = folder.resolve("enough");
        try (Installation installation = Installation.standalone(folder.resolve("home"), FreePort.any());
                RunnerProcess runner = installation.runnerBy(program, "carried", "--tag", "carried")) {
            ApiClient api = installation.api(1);
            String id = api.submit(
                    "{'commands':['echo begun; until [ -e %s ]; do sleep 0.05; done; echo ended'],'tags':['carried']}"
                            .formatted(enough));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> api.output(id).contains("begun"));
            assertThat(runner.process().program()).isEqualTo(carried.resolve("java/bin/java"));

            runner.terminate();
            Awaitility.await().until(() -> runner.log().contains("Draining"));
            assertThat(api.task(id).get("state").asString()).isEqualTo("running");
            Files.createFile(enough);
            assertThat(api.await(id, "passed", "failed", "lost").get("state").asString())
                    .isEqualTo("passed");
            assertThat(api.output(id)).isEqualTo("begun\nended\n");
            assertThat(runner.awaitStatus()).isZero();
        }
    }
}
