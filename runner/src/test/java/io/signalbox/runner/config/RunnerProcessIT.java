package io.signalbox.runner.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.model.relay.SyncAction;
import io.signalbox.model.relay.SyncResponse;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.runner.adapter.http.Certificates;
import io.signalbox.runner.adapter.http.RelayServer;
import io.signalbox.runner.execution.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole runner as a process of its own against a scripted relay. */
class RunnerProcessIT {
    @TempDir
    Path folder;

    private final List<Process> runners = new ArrayList<>();
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
        runners.forEach(Process::destroyForcibly);
        for (Process runner : runners) {
            runner.waitFor();
        }
        relay.close();
    }

    private Process start(String... more) throws IOException {
        Process runner = fixture.start(more);
        runners.add(runner);
        return runner;
    }

    private RunnerFixture.End awaitEnd() {
        await().atMost(Duration.ofSeconds(30)).until(() -> !fixture.finished.isEmpty());
        return fixture.finished.getFirst();
    }

    private void awaitRunning() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> fixture.syncs.stream()
                        .anyMatch(sync -> Jobs.ATTEMPT.value().equals(sync.jobId())));
    }

    private Path marker() {
        return folder.resolve("marker");
    }

    private String commandThatIgnoresSignals() {
        return "trap '' TERM; setsid --fork bash -c 'trap \"\" TERM; echo $$ >%s; sleep 1000; sleep 1000'; sleep 1000; sleep 1000"
                .formatted(marker());
    }

    /** What is dead has no program any more, though a frozen parent may not have taken note of it. */
    private void awaitDead(long process) {
        await().until(() -> ProcessHandle.of(process)
                .flatMap(handle -> handle.info().command())
                .isEmpty());
    }

    private long grandchild() {
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(marker()) && Files.size(marker()) > 1);
        try {
            return Long.parseLong(Files.readString(marker()).strip());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTaskTravelsThroughTheRunner() throws IOException {
        fixture.give("echo hi", "echo $PWD; exit 3", "echo never");
        start("--tag", "linux", "--tag", "big", "--slots", "1", "--name", "one");
        var end = awaitEnd().finished();
        assertThat(end.result()).isEqualTo(AttemptResult.FAILED);
        assertThat(end.exitCode()).isEqualTo(3);
        assertThat(end.logEnd()).isEqualTo(8);
        assertThat(fixture.log())
                .contains("\"hi\\n\"", "\"exit_code\":3", "job_finished")
                .doesNotContain("never");
        assertThat(relay.registrations.getFirst()).satisfies(it -> {
            assertThat(it.name()).isEqualTo("one");
            assertThat(it.tags()).containsExactly("linux", "big");
        });
        assertThat(relay.calls).allMatch(call -> call.startsWith("HTTP/2.0"));
        assertThat(relay.calls).anyMatch(call -> call.endsWith("Token access wait=45"));
        await().untilAsserted(() -> assertThat(folder.resolve("home/work")).isEmptyDirectory());
        await().untilAsserted(() -> assertThat(folder.resolve("home/spool")).isEmptyDirectory());
    }

    @Test
    void aStopEndsEverythingThatTheTaskStarted() throws IOException {
        fixture.give(commandThatIgnoresSignals());
        fixture.whileRunning = request -> Files.exists(marker())
                ? new SyncResponse(SyncAction.STOP_JOB, Jobs.ATTEMPT, null, 0, null, ReasonCode.CANCEL_REQUESTED)
                : SyncResponse.of(SyncAction.CONTINUE);
        start();
        assertThat(awaitEnd().finished().result()).isEqualTo(AttemptResult.STOPPED);
        awaitDead(grandchild());
    }

    @Test
    void aTimeOutEndsEverythingThatTheTaskStarted() throws IOException {
        fixture.give(Duration.ofSeconds(1), commandThatIgnoresSignals());
        start();
        assertThat(awaitEnd().finished().result()).isEqualTo(AttemptResult.TIMED_OUT);
        awaitDead(grandchild());
    }

    /** C9 and C6. */
    @Test
    void aKilledRunnerLeavesNoProcessAndReportsTheAttemptWhenItReturns() throws Exception {
        fixture.give("echo before", commandThatIgnoresSignals());
        Process first = start();
        awaitRunning();
        long grandchild = grandchild();
        first.destroyForcibly().waitFor();
        awaitDead(grandchild);
        start();
        var end = awaitEnd();
        assertThat(end.journal()).containsExactly(Jobs.ATTEMPT);
        assertThat(end.finished().result()).isEqualTo(AttemptResult.INTERRUPTED);
        assertThat(end.finished().reason())
                .satisfies(it -> assertThat(it.code()).isEqualTo(ReasonCode.RUNNER_RESTARTED));
        assertThat(fixture.log()).contains("\"before\\n\"").contains("\"result\":\"interrupted\"");
        assertThat(relay.registrations).hasSize(1);
        assertThat(fixture.syncs.getLast().sync())
                .isGreaterThan(requireNonNull(fixture.syncs.getFirst().sync()) + 1_000_000);
    }

    private static void signal(String name, Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** C9: its network is as dead as the runner itself. */
    @Test
    void aFrozenRunnersTaskIsKilledWhenItsContactIsTooOld() throws Exception {
        fixture.killAfter = Duration.ofSeconds(3);
        fixture.give(commandThatIgnoresSignals());
        Process runner = start();
        long grandchild = grandchild();
        signal("STOP", runner);
        awaitDead(grandchild);
        signal("CONT", runner);
        var end = awaitEnd().finished();
        assertThat(end.result()).isEqualTo(AttemptResult.INTERRUPTED);
        assertThat(end.reason()).satisfies(it -> assertThat(it.code()).isEqualTo(ReasonCode.RUNNER_LOST));
    }

    /** C9. */
    @Test
    void aTaskThatMayHaveBeenReplacedEndsWhenTheRelayIsAwayForTooLong() throws Exception {
        fixture.killAfter = Duration.ofSeconds(3);
        fixture.give(commandThatIgnoresSignals());
        start();
        long grandchild = grandchild();
        fixture.isCut = true;
        awaitDead(grandchild);
        fixture.isCut = false;
        assertThat(awaitEnd().finished().result()).isEqualTo(AttemptResult.INTERRUPTED);
    }

    /** C9. */
    @Test
    void aCutNetworkEndsNoTaskThatNobodyReplaces() throws Exception {
        fixture.give("echo $$ >" + marker() + "; sleep 5; echo on; sleep 3");
        start();
        grandchild();
        fixture.isCut = true;
        await().atMost(Duration.ofSeconds(20)).until(() -> fixture.runnerLog().contains("Lost"));
        await().atMost(Duration.ofSeconds(20)).until(() -> !relay.pushes.isEmpty());
        await().atMost(Duration.ofSeconds(20)).until(() -> fixture.log().contains("on\\n"));
        fixture.isCut = false;
        assertThat(awaitEnd().finished().result()).isEqualTo(AttemptResult.PASSED);
    }

    @Test
    void aLogIsPushedOnFromWhereItArrivedAfterTheRelayWasAway() {
        relay.pushStatus = 503;
        fixture.give("seq 1 60000", "sleep 0.5");
        startQuietly();
        await().atMost(Duration.ofSeconds(30)).until(() -> relay.pushes.size() > 1);
        assertThat(relay.pushes).allMatch(push -> push.startsWith("0: "));
        relay.pushes.clear();
        relay.pushStatus = 200;
        awaitEnd();
        assertThat(fixture.log()).contains("60000\\n");
    }

    @Test
    void aGatewayThatDiesIsLeftForTheNextWhileTheTaskRuns() throws Exception {
        var second = new RelayServer(folder.resolve("relay.p12"));
        try {
            fixture.give("seq 1 2000; echo go >" + marker() + "; sleep 2; echo after");
            start("--url", relay.address() + "," + second.address());
            await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(marker()) && !relay.pushes.isEmpty());
            var other = new RunnerFixture(folder, second);
            relay.close();
            await().atMost(Duration.ofSeconds(30)).until(() -> !other.finished.isEmpty());
            var end = other.finished.getFirst().finished();
            assertThat(end.result()).isEqualTo(AttemptResult.PASSED);
            assertThat(end.logEnd()).isEqualTo(end.startFrom() + end.events().size());
            assertThat(other.log()).contains("after\\n");
        } finally {
            second.close();
        }
    }

    private void startQuietly() {
        try {
            start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void hooksRunAroundTheTaskAndAtTheEndOfTheRunner() throws Exception {
        fixture.give("echo $FROM");
        Process runner = start(
                "--environment-hook",
                hook("env", "export FROM=hook"),
                "--post-job-hook",
                hook("post", "echo after $SIGNALBOX_RESULT"),
                "--shutdown-hook",
                hook("end", "echo over >" + marker()),
                "--disconnect-after-job");
        assertThat(runner.waitFor()).isZero();
        assertThat(fixture.log()).contains("Environment hook", "\"hook\\n\"", "Post-job hook", "after passed");
        assertThat(marker()).hasContent("over");
    }

    private String hook(String name, String bash) throws IOException {
        return Files.writeString(folder.resolve(name), bash).toString();
    }

    @Test
    void sigtermDrains() throws Exception {
        fixture.give("echo go >" + marker() + "; sleep 2");
        Process runner = start();
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(marker()));
        runner.destroy();
        assertThat(runner.waitFor()).isZero();
        assertThat(awaitEnd().finished().result()).isEqualTo(AttemptResult.PASSED);
        assertThat(relay.calls).last().asString().contains("/disconnect");
    }

    @Test
    void aSecondSigtermEndsAtOnce() throws Exception {
        fixture.give(commandThatIgnoresSignals());
        Process runner = start();
        long grandchild = grandchild();
        runner.destroy();
        await().until(() -> fixture.runnerLog().contains("Draining"));
        runner.destroy();
        assertThat(runner.waitFor()).isEqualTo(1);
        awaitDead(grandchild);
    }

    @Test
    void aHomeIsForOneRunner() throws Exception {
        start();
        await().atMost(Duration.ofSeconds(30)).until(() -> !relay.registrations.isEmpty());
        assertThat(start().waitFor()).isEqualTo(2);
        assertThat(fixture.runnerLog()).contains("is in use by another runner");
    }
}
