package io.signalbox.runner.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.model.relay.AgentState;
import io.signalbox.runner.adapter.http.Certificates;
import io.signalbox.runner.adapter.http.Hazards;
import io.signalbox.runner.adapter.http.RelayServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands beside {@code start}, and what a running runner tells them. */
class CommandsIT {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private RelayServer relay;
    private RunnerFixture fixture;

    @BeforeEach
    void startRelay() throws Exception {
        Certificates.make(folder);
        relay = new RelayServer(folder.resolve("relay.p12"));
        fixture = new RunnerFixture(folder, relay);
    }

    @AfterEach
    void stop() throws Exception {
        relay.close();
    }

    private int run(String command, String token) {
        var environment = Map.of(
                "SIGNALBOX_RUNNER_URL", relay.address().toString(),
                "SIGNALBOX_RUNNER_HOME", folder.resolve("home").toString(),
                "SIGNALBOX_RUNNER_MIN_FREE_DISK", "1MB",
                "SIGNALBOX_RUNNER_CA", folder.resolve("relay.pem").toString(),
                "SIGNALBOX_RUNNER_REGISTRATION_TOKEN", token);
        out.reset();
        var stream = new PrintStream(out, true, UTF_8);
        return RunnerMain.run(new String[] {command}, environment, stream, stream);
    }

    private String said() {
        return out.toString(UTF_8);
    }

    @Test
    void checkFindsNothingWrongWhereAllIsWell() {
        relay.registerStatus = 422;
        int status = run("check", "good");
        assertThat(said())
                .contains("ok     network", "ok     certificate", "ok     clock", "ok     token")
                .contains("ok     disk", "ok     java", "ok     bash", "ok     platform");
        assertThat(status).isEqualTo(said().contains("WRONG") ? 1 : 0);
        assertThat(said()).doesNotContain("WRONG  network", "WRONG  token");
        assertThat(relay.registrations).allMatch(request -> request.name().isEmpty());
    }

    @Test
    void checkTellsAWrongToken() {
        relay.registerStatus = 401;
        assertThat(run("check", "bad")).isEqualTo(1);
        assertThat(said()).contains("WRONG  token        the registration token is not known");
    }

    @Test
    void checkTellsAWrongClock() {
        relay.hazard = (call, response, callback) -> {
            response.getHeaders().put("Date", "Thu, 01 Jan 2015 00:00:00 GMT");
            return Hazards.status(422).strike(call, response, callback);
        };
        assertThat(run("check", "good")).isEqualTo(1);
        assertThat(said()).containsPattern("WRONG  clock        is \\d+ s ahead of");
    }

    @Test
    void checkTellsACertificateThatNobodyTrusts() throws Exception {
        Path foreign = Files.createDirectory(folder.resolve("foreign"));
        Certificates.make(foreign);
        Files.copy(foreign.resolve("relay.pem"), folder.resolve("relay.pem"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(run("check", "good")).isEqualTo(1);
        assertThat(said()).contains("WRONG  certificate");
    }

    @Test
    void checkTellsAHandshakeThatIsCutFromACertificate() throws Exception {
        try (var plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread _ = Thread.ofVirtual().start(() -> endEveryConnection(plain));
            String[] arguments = {
                "check",
                "--url",
                "https://localhost:" + plain.getLocalPort(),
                "--home",
                folder.resolve("home").toString()
            };
            var stream = new PrintStream(out, true, UTF_8);
            assertThat(RunnerMain.run(arguments, Map.of(), stream, stream)).isEqualTo(1);
        }
        assertThat(said()).containsPattern("WRONG  network .* does not answer").doesNotContain("certificate");
    }

    /** As a gateway that dies does: once the client has begun to talk. */
    private static void endEveryConnection(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                int _ = socket.getInputStream().read();
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            } catch (IOException e) {
                // The server is closed, or the client has gone.
            }
        }
    }

    @Test
    void checkTellsAGatewayThatIsNotThere() {
        String nobody = "https://localhost:1";
        var stream = new PrintStream(out, true, UTF_8);
        String[] arguments = {
            "check", "--url", nobody, "--home", folder.resolve("home").toString()
        };
        assertThat(RunnerMain.run(arguments, Map.of(), stream, stream)).isEqualTo(1);
        assertThat(said()).contains("WRONG  network      no connection to localhost:1");
    }

    @Test
    void statusTellsWhatTheRunnerOfAHomeDoes() throws IOException, InterruptedException {
        assertThat(run("status", "t")).isEqualTo(1);
        assertThat(said()).contains("no runner works in");
        fixture.give("sleep 60");
        Process runner = fixture.start();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(run("status", "t")).isZero();
            assertThat(said()).contains("process " + runner.pid(), "slot 0: busy 0198c5f0-");
        });
        assertThat(said()).doesNotContain("last answered sync: none yet");
        runner.destroyForcibly().waitFor();
        assertThat(run("status", "t")).isEqualTo(1);
    }

    @Test
    void unregisterSaysGoodbyeAndForgets() throws IOException, InterruptedException {
        Process runner = fixture.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> !fixture.syncs.isEmpty());
        assertThat(run("unregister", "t")).as("while it runs").isEqualTo(2);
        runner.destroyForcibly().waitFor();
        relay.hazard = Hazards.status(503);
        assertThat(run("unregister", "t")).isEqualTo(1);
        assertThat(folder.resolve("home/membership")).exists();
        relay.hazard = (call, response, callback) -> false;
        assertThat(run("unregister", "t")).isZero();
        assertThat(relay.calls).last().asString().contains("/disconnect Token access");
        assertThat(folder.resolve("home/membership")).doesNotExist();
        assertThat(run("unregister", "t")).isZero();
    }

    @Test
    void aNoticeOfInterruptionDrainsWithItsTime() throws IOException, InterruptedException {
        Path notice = folder.resolve("notice");
        Path marker = folder.resolve("marker");
        fixture.give("touch " + marker + "; sleep 3");
        Process runner = fixture.start("--interruption-file", notice.toString());
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(marker));
        Files.createFile(notice);
        assertThat(runner.waitFor()).isZero();
        assertThat(fixture.syncs)
                .filteredOn(sync -> sync.state() == AgentState.RUNNING_JOB)
                .last()
                .satisfies(sync -> assertThat(sync.interruptedAt()).isPositive());
        assertThat(fixture.finished).hasSize(1);
        assertThat(fixture.runnerLog()).contains("the machine will go");
    }

    @Test
    void samplesOfHealthTravelWithTheFirstSlot() throws IOException, InterruptedException {
        Process runner = fixture.start("--slots", "2");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> fixture.syncs.stream().anyMatch(sync -> sync.health() != null));
        assertThat(fixture.syncs)
                .filteredOn(sync -> sync.health() != null)
                .allMatch(sync -> Integer.valueOf(0).equals(sync.slot()))
                .first()
                .satisfies(sync -> assertThat(sync.health())
                        .singleElement()
                        .satisfies(sample -> assertThat(sample.memoryTotal()).isPositive()));
        runner.destroy();
        assertThat(runner.waitFor()).isZero();
    }

    @Test
    void aRunnerWithTooLittleDiskSaysSo() throws IOException, InterruptedException {
        Process runner = fixture.start("--min-free-disk", "900000GB");
        await().atMost(Duration.ofSeconds(30)).until(() -> !fixture.syncs.isEmpty());
        assertThat(fixture.syncs.getFirst().unready()).contains("MB of disk are free");
        fixture.give("true");
        await().until(() -> fixture.syncs.size() > 5);
        assertThat(fixture.syncs).allMatch(sync -> sync.state() == AgentState.WAITING_FOR_JOBS);
        runner.destroy();
        assertThat(runner.waitFor()).isZero();
    }
}
