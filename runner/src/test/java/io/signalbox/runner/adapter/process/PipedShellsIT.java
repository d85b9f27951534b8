package io.signalbox.runner.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.runner.execution.CommandEnd.Returned;
import io.signalbox.runner.job.Place.Console;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PipedShellsIT extends MarkedShellsContract {
    @Override
    Console console() {
        return Console.PIPE;
    }

    @Test
    void programsSeeNoTerminal() throws IOException {
        assertThat(shell.run("test -t 1 || test -t 2")).isEqualTo(new Returned(1));
    }
}
