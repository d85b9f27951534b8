package io.signalbox.runner.adapter.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.signalbox.model.relay.JobPayload.Container;
import io.signalbox.model.spec.Executor.Pull;
import io.signalbox.runner.execution.CommandEnd.Returned;
import io.signalbox.runner.execution.CommandEnd.ShellGone;
import io.signalbox.runner.execution.Jobs;
import io.signalbox.runner.execution.Shell;
import io.signalbox.runner.execution.ShellOrder;
import io.signalbox.runner.job.Place;
import io.signalbox.runner.job.Place.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Shells in real containers. */
class ContainerShellsIT {
    private static TestEngine engine;

    @TempDir
    Path home;

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private Path folder;
    private ContainerShells shells;

    @BeforeAll
    static void find() throws IOException {
        Optional<TestEngine> found = TestEngine.find();
        boolean required = Boolean.parseBoolean(System.getenv("REQUIRE_INFRA"));
        if (found.isEmpty() && !required) {
            System.err.println("Skipped ContainerShellsIT: no container engine answers, and none can be started");
        }
        assertThat(found.isPresent() || !required).as("a container engine").isTrue();
        assumeTrue(found.isPresent(), "no container engine");
        engine = found.orElseThrow();
    }

    @AfterAll
    static void leave() throws IOException {
        if (engine != null) {
            engine.close();
        }
    }

    @BeforeEach
    void prepare() throws IOException {
        folder = Files.createDirectory(home.resolve("work"));
        shells = shells(Optional.empty());
    }

    private ContainerShells shells(Optional<String> user) throws IOException {
        var limits = new ContainerSettings.Limits(64L * 1024 * 1024, 0.5);
        var settings = new ContainerSettings(engine.socket(), user, limits, "none");
        return new ContainerShells(
                settings, home.resolve("shells"), JsonMapper.builder().build());
    }

    @AfterEach
    void end() throws IOException {
        assertThat(shells.endLeftovers(List.of(Jobs.ATTEMPT))).isTrue();
        shells.close();
    }

    private Shell open(Console console) throws IOException {
        return open(console, new Container(TestEngine.IMAGE, Pull.MISSING));
    }

    private Shell open(Console console, Container container) throws IOException {
        var place = new Place(console, Optional.of(container));
        var order = new ShellOrder(Jobs.ATTEMPT, folder, Map.of("A", "b c"), place, Jobs.lease());
        return shells.open(order, (bytes, length) -> output.write(bytes, 0, length));
    }

    private String said() {
        return output.toString(UTF_8);
    }

    private String containers() throws IOException {
        return engine.docker("ps", "--all", "--quiet", "--filter", "label=" + Engine.LABEL + "=" + Jobs.ATTEMPT);
    }

    @ParameterizedTest
    @EnumSource(Console.class)
    void commandsRunInOneShellOfTheContainer(Console console) throws IOException {
        try (Shell shell = open(console)) {
            assertThat(shell.run("test -f /.dockerenv")).isEqualTo(new Returned(0));
            shell.run("echo $A $PWD; cd /; B=1");
            assertThat(shell.run("echo $B $PWD; (exit 7)")).isEqualTo(new Returned(7));
            assertThat(said()).isEqualTo("b c " + folder + "\n1 /\n");
            assertThat(shell.run("exit 3")).isEqualTo(new ShellGone(3));
        }
        assertThat(containers()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Console.class)
    void anyBytesArriveExactly(Console console) throws IOException {
        try (Shell shell = open(console)) {
            shell.run("printf '\\x00\\xff\\xc3\\r\\n\\x1b[0m'; printf x >&2; head -c 300000 /dev/zero");
        }
        assertThat(HexFormat.of().formatHex(output.toByteArray())).startsWith("00ffc30d0a1b5b306d78");
        assertThat(output.size()).isEqualTo(300_010);
    }

    @Test
    void aTerminalIsSeenWhereOneIsWanted() throws IOException {
        try (Shell shell = open(Console.TERMINAL)) {
            assertThat(shell.run("test -t 1 && test -t 2 && test ! -t 0")).isEqualTo(new Returned(0));
        }
        try (Shell shell = open(Console.PIPE)) {
            assertThat(shell.run("test -t 1")).isEqualTo(new Returned(1));
        }
    }

    @Test
    void itSeesTheFolderOfTheTaskAndNothingElseOfTheMachine() throws IOException {
        Files.writeString(folder.resolve("in"), "in");
        Files.writeString(home.resolve("secret"), "secret");
        try (Shell shell = open(Console.PIPE)) {
            shell.run("cat in; echo out >out");
            assertThat(shell.run("exec 2>/dev/null; cat " + home.resolve("secret")))
                    .isEqualTo(new Returned(1));
        }
        assertThat(folder.resolve("out")).hasContent("out");
        assertThat(said()).isEqualTo("in");
    }

    @Test
    void aStopEndsWhatObeysLongBeforeTheGraceHasPassed() throws IOException {
        try (Shell shell = open(Console.PIPE)) {
            stopOnceReady(shell, Duration.ofMinutes(5));
            assertThat(shell.run("echo ready; sleep 1000")).isEqualTo(new ShellGone(143));
        }
    }

    @Test
    void aStopKillsWhatDoesNotObey() throws IOException {
        try (Shell shell = open(Console.PIPE)) {
            stopOnceReady(shell, Duration.ofMillis(300));
            assertThat(shell.run("trap '' TERM; echo ready; while :; do sleep 1000; done"))
                    .isEqualTo(new ShellGone(137));
        }
        assertThat(containers()).isEmpty();
    }

    private void stopOnceReady(Shell shell, Duration grace) {
        Thread.ofPlatform().start(() -> {
            await().until(() -> said().contains("ready"));
            shell.stop(grace);
        });
    }

    @Test
    void limitsAndNetworkAreThoseOfTheSettings() throws IOException {
        try (Shell shell = open(Console.PIPE)) {
            shell.run("true");
            assertThat(engine.docker(
                            "inspect",
                            "--format={{.HostConfig.Memory}} {{.HostConfig.NanoCpus}} {{.HostConfig.NetworkMode}}",
                            containers()))
                    .isEqualTo("67108864 500000000 none");
        }
    }

    @ParameterizedTest
    @EnumSource(Console.class)
    void anotherUserMayWorkInTheFolder(Console console) throws IOException {
        shells.close();
        shells = shells(Optional.of("4711:4712"));
        try (Shell shell = open(console)) {
            assertThat(shell.run("echo mine >mine; id -u")).isEqualTo(new Returned(0));
        }
        assertThat(said()).isEqualTo("4711\n");
        assertThat(Files.getAttribute(folder.resolve("mine"), "unix:uid")).isEqualTo(4711);
    }

    @Test
    void whatADeadRunnerLeftIsRemovedByTheNext() throws IOException {
        Shell left = open(Console.PIPE);
        assertThat(containers()).isNotEmpty();
        assertThat(shells.endLeftovers(List.of(Jobs.ATTEMPT))).isTrue();
        assertThat(containers()).isEmpty();
        left.close();
    }

    @Test
    void anImageThatIsNotHereIsToldWithItsName() {
        assertThatThrownBy(() -> open(Console.PIPE, new Container("signalbox-none:1", Pull.NEVER)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("signalbox-none:1 is not here");
        assertThatThrownBy(() -> open(Console.PIPE, new Container("localhost:1/signalbox-none:1", Pull.MISSING)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("could not be pulled");
        assertThat(said()).isEqualTo("Pulling image localhost:1/signalbox-none:1\n");
    }

    @Test
    void anEngineThatIsNotThereDoesNotAnswer() {
        assertThat(EngineProbe.answers(engine.socket())).isTrue();
        assertThat(EngineProbe.answers(home.resolve("none.sock"))).isFalse();
        assertThat(EngineProbe.answers(folder)).isFalse();
    }
}
