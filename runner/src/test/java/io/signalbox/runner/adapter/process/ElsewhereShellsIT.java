package io.signalbox.runner.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.execution.CommandEnd.Returned;
import io.signalbox.runner.execution.Jobs;
import io.signalbox.runner.execution.Shell;
import io.signalbox.runner.execution.ShellOrder;
import io.signalbox.runner.job.Place;
import io.signalbox.runner.job.Place.Console;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a system that says it is another: everything holds that needs no more than Java and bash. */
class ElsewhereShellsIT extends BashShellsContract {
    private static final String SYSTEM = "os.name";

    private static String here = "";

    @BeforeAll
    static void leave() {
        here = System.getProperty(SYSTEM);
        System.setProperty(SYSTEM, "Mac OS X");
    }

    @AfterAll
    static void comeBack() {
        System.setProperty(SYSTEM, here);
    }

    @Override
    Console console() {
        return Console.PIPE;
    }

    @Test
    void aTaskThatWantsATerminalRunsOnAPipeAndItsLogSaysSo() throws IOException {
        var attempt = new AttemptId("0198c5f0-8b1e-8c3a-9f00-2b7d5c1e4a12");
        var order =
                new ShellOrder(attempt, home, Map.of(), new Place(Console.TERMINAL, Optional.empty()), Jobs.lease());
        try (BashShells elsewhere = new BashShells(home.resolve("elsewhere"));
                Shell plain = elsewhere.open(order, (bytes, length) -> output.write(bytes, 0, length))) {
            assertThat(plain.run("test ! -t 1 && test ! -t 2")).isEqualTo(new Returned(0));
        }
        assertThat(said()).isEqualTo("Signalbox knows no terminals on this system: the task runs on a pipe.\n");
    }
}
