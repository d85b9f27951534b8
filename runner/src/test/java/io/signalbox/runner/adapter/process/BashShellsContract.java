package io.signalbox.runner.adapter.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.model.id.AttemptId;
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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of a shell on a pipe and on a terminal. */
abstract class BashShellsContract {
    @TempDir
    Path home;

    final ByteArrayOutputStream output = new ByteArrayOutputStream();
    Shell shell;
    private BashShells shells;
    private Path folder;

    abstract Console console();

    @BeforeEach
    void open() throws IOException {
        shells = new BashShells(home.resolve("it's shells"));
        folder = Files.createDirectory(home.resolve("work"));
        shell = another(Map.of());
    }

    @AfterEach
    void close() throws IOException {
        shell.close();
        shells.close();
    }

    private Shell another(Map<String, String> env) throws IOException {
        return another(Jobs.ATTEMPT, env);
    }

    Shell another(AttemptId attempt, Map<String, String> env) throws IOException {
        var order = new ShellOrder(attempt, folder, env, new Place(console(), Optional.empty()), Jobs.lease());
        return shells.open(order, (bytes, length) -> output.write(bytes, 0, length));
    }

    String said() {
        return output.toString(UTF_8);
    }

    @Test
    void folderVariablesAndFunctionsLiveOnBetweenCommands() throws IOException {
        shell.run("cd /; export A=1; declare -A m=([k]=v); f() { echo \"$A ${m[k]} $PWD\"; }");
        assertThat(shell.run("f")).isEqualTo(new Returned(0));
        assertThat(said()).isEqualTo("1 v /\n");
    }

    @Test
    void theFirstCommandBeginsInTheFolderOfTheTask() throws IOException {
        shell.run("pwd");
        assertThat(said().strip()).isEqualTo(folder.toRealPath().toString());
    }

    @Test
    void aStatusEndsTheCommandButNotTheShell() throws IOException {
        assertThat(shell.run("(exit 7)")).isEqualTo(new Returned(7));
        assertThat(shell.run("return 130")).isEqualTo(new Returned(130));
        assertThat(shell.run("if then")).isEqualTo(new Returned(2));
        assertThat(shell.run("no-such-program")).isEqualTo(new Returned(127));
        assertThat(shell.run("break; continue; true")).isEqualTo(new Returned(0));
    }

    @Test
    void exitEndsTheShellWithItsStatus() throws IOException {
        assertThat(shell.run("exit 5")).isEqualTo(new ShellGone(5));
    }

    @Test
    void errexitOfTheUserEndsTheShellWithTheStatusOfTheCommand() throws IOException {
        shell.run("set -eu");
        assertThat(shell.run("(exit 4); echo never")).isEqualTo(new ShellGone(4));
        assertThat(said()).isEmpty();
    }

    @Test
    void deathBySignalIs128AndItsNumber() throws IOException {
        assertThat(shell.run("bash -c 'kill -KILL $$'")).isEqualTo(new Returned(137));
        assertThat(shell.run("kill -TERM $$")).isEqualTo(new ShellGone(143));
    }

    @Test
    void aReplacedShellEndsWithWhatReplacedIt() throws IOException {
        assertThat(shell.run("exec bash -c 'echo new; exit 3'")).isEqualTo(new ShellGone(3));
        assertThat(said()).isEqualTo("new\n");
    }

    @Test
    void standardInputIsAtItsEnd() throws IOException {
        assertThat(shell.run("read -r line")).isEqualTo(new Returned(1));
        assertThat(shell.run("cat")).isEqualTo(new Returned(0));
    }

    @Test
    void commandsInheritNothingButTheirThreeDescriptors() throws IOException {
        shell.run("for f in /proc/self/fd/*; do echo \"${f##*/}\"; done | sort -n | head -4 | tr '\\n' ' '");
        shell.run("ls /proc/self/fd | tr '\\n' ' '");
        assertThat(said()).endsWith("0 1 2 3 ").doesNotContain("10 ");
    }

    @Test
    void redirectionsOfTheUserLiveOn() throws IOException {
        shell.run("exec 3>&1 >file.txt 2>&1");
        shell.run("echo into the file; no-such-program");
        shell.run("exec >&3; cat file.txt");
        assertThat(said()).startsWith("into the file\n").contains("no-such-program: command not found");
    }

    @Test
    void tracingDoesNotShowHowCommandsAreDelivered() throws IOException {
        shell.run("set -x");
        shell.run("echo a");
        assertThat(said()).contains("++ echo a\na\n").doesNotContain("printf");
    }

    @Test
    void anyBytesArriveExactlyAndBeforeTheEndOfTheirCommand() throws IOException {
        shell.run("printf '\\x00\\xff\\xc3\\r\\n\\x1b[0m' ; printf x >&2");
        assertThat(HexFormat.of().formatHex(output.toByteArray())).isEqualTo("00ffc30d0a1b5b306d78");
    }

    @Test
    void allOutputIsThereWhenTheCommandHasEnded() throws IOException {
        for (int i = 1; i <= 20; i++) {
            shell.run("head -c 300000 /dev/zero");
            assertThat(output.size()).isEqualTo(i * 300_000);
        }
    }

    @Test
    void theEnvironmentIsLiteralAndWithoutTheRunnersSettings() throws IOException {
        try (Shell other = another(Map.of("A", "$HOME `x` 'y'\n"))) {
            other.run("printf %s \"$A\"; env | grep -c SIGNALBOX_RUNNER_");
        }
        assertThat(said()).isEqualTo("$HOME `x` 'y'\n0\n");
    }

    @Test
    void anExitTrapStillRunsAtTheEnd() throws IOException {
        shell.run("trap 'echo bye' EXIT");
        shell.close();
        assertThat(said()).isEqualTo("bye\n");
    }

    @Test
    void whatObeysIsGoneLongBeforeTheGraceHasPassed() throws IOException {
        Thread.ofVirtual().start(() -> {
            await().until(() -> said().contains("ready"));
            shell.stop(Duration.ofMinutes(1));
        });
        assertThat(shell.run("echo ready; sleep 1000")).isEqualTo(new ShellGone(143));
    }

    @Test
    void whatIsBornDuringTheStopIsAskedBeforeItIsKilled() throws IOException {
        Thread.ofVirtual().start(() -> {
            await().until(() -> said().contains("ready"));
            shell.stop(Duration.ofSeconds(10));
        });
        shell.run("""
                late() { trap 'echo asked; exit' TERM; : >born; while :; do sleep 0.1; done; }
                trap 'late & until [[ -e born ]]; do sleep 0.1; done; exit' TERM
                echo ready; while :; do sleep 0.1; done""");
        await().untilAsserted(() -> assertThat(said()).contains("asked"));
    }

    @Test
    void nothingOfTheShellIsLeftOnDisk() throws IOException {
        shell.run("true");
        shell.close();
        shells.close();
        assertThat(home.resolve("it's shells")).isEmptyDirectory();
    }
}
