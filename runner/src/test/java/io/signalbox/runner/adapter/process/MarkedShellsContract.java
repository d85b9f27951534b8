package io.signalbox.runner.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.adapter.process.family.ProcessTree;
import io.signalbox.runner.execution.CommandEnd.ShellGone;
import io.signalbox.runner.execution.Jobs;
import io.signalbox.runner.execution.Shell;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds besides where marks can be read, as on Linux: nothing of a task escapes. */
abstract class MarkedShellsContract extends BashShellsContract {
    @Test
    void whatIsLeftInTheBackgroundIsEndedWithTheShell() throws IOException {
        shell.run("sleep 1000 & setsid bash -c 'trap \"\" TERM; sleep 1000 & wait; sleep 1000' & sleep 0.2");
        assertThat(ProcessTree.leftBy(Jobs.ATTEMPT).members()).hasSizeGreaterThan(2);
        shell.close();
        assertThat(ProcessTree.leftBy(Jobs.ATTEMPT).members()).isEmpty();
    }

    @Test
    void aStopEndsTheCommandAndEverythingItStarted() throws IOException {
        Thread.ofVirtual().start(() -> {
            await().until(() -> said().contains("ready"));
            shell.stop(Duration.ofMillis(300));
        });
        var end = shell.run("""
                trap '' TERM
                (trap '' TERM; sleep 1000) &
                setsid --fork bash -c 'trap "" TERM; (setsid sleep 1000 &) ; sleep 1000'
                sleep 0.2; echo ready; sleep 1000; sleep 1000""");
        assertThat(end).isEqualTo(new ShellGone(137));
        await().untilAsserted(() ->
                assertThat(ProcessTree.leftBy(Jobs.ATTEMPT).members()).isEmpty());
    }

    /** Starts what clears its environment, has a session of its own and outlives its parents, and tells its id. */
    private static final String ESCAPE = "(env -i setsid bash -c 'echo $$; (sleep 1000 & sleep 1000)' &); sleep 0.3";

    private static boolean lives(String process) {
        return ProcessHandle.of(Long.parseLong(process.strip()))
                .filter(ProcessHandle::isAlive)
                .isPresent();
    }

    @Test
    void whatHasLeftEverythingBehindIsFound() throws IOException {
        shell.run(ESCAPE);
        String escaped = said();
        assertThat(lives(escaped)).isTrue();
        shell.close();
        assertThat(lives(escaped)).isFalse();
    }

    @Test
    void whatAnotherAttemptLeftIsNotTouched() throws IOException {
        shell.run(ESCAPE);
        String escaped = said();
        var other = new AttemptId("0198c5f0-8b1e-8c3a-9f00-2b7d5c1e4a11");
        try (Shell neighbour = another(other, Map.of())) {
            neighbour.run("(setsid sleep 1000 &)");
        }
        assertThat(lives(escaped)).isTrue();
        assertThat(ProcessTree.leftBy(other).members()).isEmpty();
    }

    @Test
    void theDeadOfALongTaskDoNotPileUp() throws IOException {
        shell.run("for i in {1..20}; do (setsid true &); done");
        await().untilAsserted(() -> assertThat(zombies()).isEmpty());
    }

    @Test
    void theDeadThatOthersLeftDoNotPileUpEither() throws IOException, InterruptedException {
        Process other = new ProcessBuilder("bash", "-c", "for i in {1..20}; do (setsid sleep 0.5 &); done").start();
        assertThat(other.waitFor()).isZero();
        await().until(() -> !zombies().isEmpty());
        await().untilAsserted(() -> assertThat(zombies()).isEmpty());
    }

    private static List<ProcessHandle> zombies() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().isEmpty())
                .toList();
    }
}
