package io.signalbox.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.testkit.infra.cluster.FreePort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The first runner on another host, as the README has it: by the address that {@code SIGNALBOX_PUBLIC_URL} says. */
@ResourceLock("standalone")
class OtherHostSystemIT {

    @Test
    void runnerThereTrustsTheGatewayRunsATaskAndDrains(@TempDir Path folder) throws IOException {
        Optional<OtherHost> connected = OtherHost.connected();
        Assumptions.assumeTrue(connected.isPresent(), "no network namespace may be made here");
        int port = FreePort.any();
        try (OtherHost host = connected.orElseThrow();
                Installation installation = Installation.standalone(
                        folder.resolve("home"),
                        port,
                        Map.of("SIGNALBOX_PUBLIC_URL", "https://%s:%d".formatted(host.addressHere(), port)));
                RunnerProcess runner = installation.runnerBy(
                        host.program(folder, Path.of("..", "bin", "runner").toAbsolutePath()), "there")) {
            try (TypedCommand run = installation.type("run", "cat /proc/net/dev")) {
                assertThat(run.exitCode()).as(run.err()).isZero();
                assertThat(run.out()).contains(host.cableThere() + ":");
            }
            try (TypedCommand drain = installation.type("runners", "drain", "there")) {
                assertThat(drain.exitCode()).as(drain.err()).isZero();
            }
            assertThat(runner.awaitStatus()).isZero();
        }
    }
}
