package io.signalbox.runner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.model.task.AttemptResult;
import io.signalbox.runner.adapter.http.Certificates;
import io.signalbox.runner.adapter.http.RelayServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole runner in a JVM that takes its system for macOS. */
class ElsewhereIT {
    /** What is linked with symbols that only Linux has, or with numbers that hold on it alone. */
    private static final List<String> OF_LINUX = List.of(
            "family.Kernel",
            "family.Orphans$Adoption",
            "channel.LibC",
            "channel.PseudoTerminal",
            "start.Spawn",
            "start.SpawnActions");

    @TempDir
    Path folder;

    private RelayServer relay;
    private RunnerFixture fixture;
    private Path classes;

    @BeforeEach
    void startRelay() throws Exception {
        Certificates.make(folder);
        relay = new RelayServer(folder.resolve("relay.p12"));
        fixture = new RunnerFixture(folder, relay);
        classes = folder.resolve("classes");
    }

    @AfterEach
    void stop() throws Exception {
        relay.close();
    }

    private Process start(String... more) throws IOException {
        return fixture.startWith(List.of("-Dos.name=Mac OS X", "-Xlog:class+load:file=" + classes), more);
    }

    @Test
    void aTaskRunsAndNothingThatOnlyLinuxHasIsLinked() throws IOException, InterruptedException {
        fixture.give("echo here; sleep 1000 & exit 3");
        Process runner = start("--disconnect-after-job");
        assertThat(runner.waitFor()).isZero();
        assertThat(fixture.finished.getFirst().finished().result()).isEqualTo(AttemptResult.FAILED);
        assertThat(fixture.log()).contains("here\\n");
        assertThat(fixture.runnerLog())
                .contains(
                        "Works on a system where what has left its parents and the process group of its shell goes on");
        assertThat(Files.readString(classes))
                .contains("io.signalbox.runner.adapter.process.start.Programs ")
                .doesNotContain(OF_LINUX.stream()
                        .map(name -> "io.signalbox.runner.adapter.process." + name + " ")
                        .toList());
    }

    @Test
    void aKilledRunnersTaskIsKilledByItsGuardWithTheGroupOfItsShell() throws IOException, InterruptedException {
        Path told = folder.resolve("told");
        fixture.give("trap '' TERM; echo $$ >" + told + "; while :; do sleep 1; done");
        Process runner = start();
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(told) && Files.size(told) > 0);
        long shell = Long.parseLong(Files.readString(told).strip());
        runner.destroyForcibly().waitFor();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> ProcessHandle.of(shell)
                        .flatMap(it -> it.info().command())
                        .isEmpty());
    }
}
