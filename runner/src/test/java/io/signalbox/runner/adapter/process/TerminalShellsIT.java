package io.signalbox.runner.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.runner.execution.CommandEnd.Returned;
import io.signalbox.runner.job.Place.Console;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TerminalShellsIT extends MarkedShellsContract {
    @Override
    Console console() {
        return Console.TERMINAL;
    }

    @Test
    void programsSeeATerminalOfAUsualSize() throws IOException {
        assertThat(shell.run("test -t 1 && test -t 2 && test ! -t 0")).isEqualTo(new Returned(0));
        shell.run("stty size <>/dev/stdout; echo $TERM");
        assertThat(said()).isEqualTo("24 80\nxterm\n");
    }

    @Test
    void nothingCanWaitForAPersonAtTheTerminal() throws IOException {
        assertThat(shell.run("exec 2>/dev/null; read -r line </dev/tty")).isEqualTo(new Returned(1));
        assertThat(shell.run("read -r line <&1")).isEqualTo(new Returned(1));
    }

    @Test
    void aTaskThatChangesItsTerminalStillEndsItsCommands() throws IOException {
        shell.run("stty -F /dev/stdout onlcr olcuc opost");
        assertThat(shell.run("printf 'a\\n'")).isEqualTo(new Returned(0));
        assertThat(said()).isEqualTo("A\r\n");
    }

    @Test
    void aTaskThatHoldsItsTerminalStillEnds() throws IOException {
        assertThat(shell.run("python3 -c 'import termios; termios.tcflow(1, termios.TCOOFF)'"))
                .isEqualTo(new Returned(0));
        shell.run("echo on");
        assertThat(said()).isEqualTo("on\n");
    }

    @Test
    void whatAnEndedShellLeftInTheBackgroundIsNotHungUp() throws IOException {
        shell.run("(sleep 0.3; echo still here) & exit 0");
        await().atMost(Duration.ofSeconds(5)).until(() -> said().contains("still here"));
    }
}
