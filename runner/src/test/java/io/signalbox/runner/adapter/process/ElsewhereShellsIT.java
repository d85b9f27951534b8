package io.signalbox.runner.adapter.process;

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
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a system that says it is another: everything holds that needs no more than Java, bash and ps. */
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

    private List<Long> told() {
        return said().lines().map(Long::valueOf).toList();
    }

    private static boolean lives(long process) {
        return ProcessHandle.of(process).flatMap(it -> it.info().command()).isPresent();
    }

    @Test
    void whatIsLeftInTheGroupOfTheShellIsEndedWithIt() throws IOException {
        shell.run("sleep 1000 & echo $!; bash -c 'trap \"\" TERM; echo $$; while :; do sleep 1000; done' & sleep 0.2");
        assertThat(told()).hasSize(2).allMatch(ElsewhereShellsIT::lives);
        shell.close();
        await().untilAsserted(() -> assertThat(told()).noneMatch(ElsewhereShellsIT::lives));
    }

    @Test
    void aStopEndsWhatDescendsFromTheShellInAnyGroup() throws IOException {
        Thread.ofVirtual().start(() -> {
            await().until(() -> told().size() == 2);
            shell.stop(Duration.ofMillis(300));
        });
        assertThat(
                        shell.run(
                                "trap '' TERM; echo $$; setsid --wait bash -c 'trap \"\" TERM; echo $$; while :; do sleep 1; done'"))
                .isEqualTo(new ShellGone(137));
        await().untilAsserted(() -> assertThat(told()).noneMatch(ElsewhereShellsIT::lives));
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
