package io.signalbox.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.testkit.infra.cluster.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** {@code signalbox} as people type it, against everything in one process and a runner of its own. */
@ResourceLock("standalone")
class CommandLineSystemIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** The runner tries again after up to 30 s, and a try may take 10 s: room for two of them. */
    private static final Duration RETURN = Duration.ofSeconds(80);

    @TempDir
    private static Path folder;

    private static Installation installation;
    private static RunnerProcess runner;

    @BeforeAll
    static void start() {
        installation = Installation.standalone(folder.resolve("home"), FreePort.any());
        runner = installation.runner("local", "--tag", "local", "--slots", "4");
    }

    @AfterAll
    static void stop() {
        runner.close();
        installation.close();
    }

    @Test
    void runEndsWithTheTasksExitCodeAndItsVeryBytes() throws IOException {
        try (TypedCommand run =
                installation.type("run", "--no-tty", "printf 'a\\000\\377\\033[1m\\303\\274\\r\\n'; exit 7")) {
            assertThat(run.exitCode()).isEqualTo(7);
            assertThat(run.out()).isEqualTo("a\0\u00ff\033[1m\u00c3\u00bc\r\n");
        }
    }

    @Test
    void interruptedItCancelsTheTaskAndAwaitsItsEnd() throws IOException {
        try (TypedCommand run = installation.type("run", "--label", "who=interrupted", "echo begun; sleep 300")) {
            Awaitility.await().atMost(PATIENCE).until(() -> run.out().contains("begun"));
            run.interrupt();
            assertThat(run.exitCode()).isEqualTo(122);
            assertThat(run.out()).isEqualTo("begun\n");
            assertThat(stateOf("who=interrupted")).isEqualTo("canceled");
        }
    }

    @Test
    void detachedItLeavesTheTask(@TempDir Path marks) throws IOException {
        Path enough = marks.resolve("enough");
        try (TypedCommand run = installation.type(
                "run",
                "--on-interrupt=detach",
                "-l",
                "who=left",
                "echo begun; until [ -e " + enough + " ]; do sleep 0.1; done")) {
            Awaitility.await().atMost(PATIENCE).until(() -> run.out().contains("begun"));
            run.interrupt();
            assertThat(run.exitCode()).isEqualTo(130);
            assertThat(stateOf("who=left")).isEqualTo("running");
            Files.createFile(enough);
            Awaitility.await().atMost(PATIENCE).until(() -> stateOf("who=left").equals("passed"));
        }
    }

    @Test
    void taskBeginsInACopyOfTheFolderThatIsSentOnce(@TempDir Path project) throws IOException {
        Files.createDirectory(project.resolve("sub"));
        Files.writeString(project.resolve("sub/run"), "#!/bin/sh\ncat sub/link; ls -A\n");
        Files.setPosixFilePermissions(project.resolve("sub/run"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(project.resolve("notes"), "sent\n");
        Files.createSymbolicLink(project.resolve("sub/link"), Path.of("../notes"));
        Files.writeString(project.resolve("left.log"), "stays here");
        Files.writeString(project.resolve(".gitignore"), "*.log\n");
        for (String pieces : List.of("3 of 3", "0 of 3")) {
            try (TypedCommand run =
                    installation.type("run", "--no-tty", "--send", project.toString(), "--", "sub/run")) {
                assertThat(run.exitCode()).as(run.err()).isZero();
                assertThat(run.out()).isEqualTo("sent\n.gitignore\nnotes\nsub\n");
                assertThat(run.err()).contains(pieces + " pieces were new");
            }
        }
    }

    @Test
    void aTaskThatWaitsSaysWhy() throws IOException {
        try (TypedCommand submit = installation.type("submit", "--tag", "gpu", "true")) {
            assertThat(submit.exitCode()).isZero();
            String task = submit.out().strip();
            try (TypedCommand explain = installation.type("explain", task)) {
                assertThat(explain.exitCode()).isZero();
                assertThat(explain.out()).contains("no runner has the tag 'gpu'");
            }
            installation.api(1).cancel(task);
        }
    }

    @Test
    void aLostTaskHasAnExitCodeOfItsOwn(@TempDir Path files) throws IOException {
        Path task = files.resolve("task.json");
        Files.writeString(
                task,
                "{'commands':['echo alive','sleep 300'],'tags':['doomed'],'onLost':{'policy':'fail','after':'PT15S'}}"
                        .replace('\'', '"'));
        try (RunnerProcess doomed = installation.runner("doomed", "--tag", "doomed");
                TypedCommand run = installation.type("run", "--file", task.toString())) {
            Awaitility.await().atMost(PATIENCE).until(() -> run.out().contains("alive"));
            doomed.kill();
            assertThat(run.exitCode()).isEqualTo(121);
            assertThat(run.out()).isEqualTo("alive\n");
            assertThat(run.err()).contains("is lost: ");
        }
    }

    @Test
    void aGatewayThatDiesAndComesBackCostsNoByte(@TempDir Path marks) throws IOException {
        Path enough = marks.resolve("enough");
        try (TypedCommand run = installation.type(
                "run", "until [ -e " + enough + " ]; do echo line $((++n)); sleep 0.02; done; echo $n lines")) {
            Awaitility.await().atMost(PATIENCE).until(() -> run.out().contains("line 20\n"));
            installation.process("standalone").kill();
            installation.startMissing();
            int length = run.out().length();
            Awaitility.await("the output goes on")
                    .atMost(RETURN)
                    .untilAsserted(() -> assertThat(run.out().length())
                            .as(() -> "runner:\n" + runner.log() + "\ncommand:\n" + run.err())
                            .isGreaterThan(length));
            Files.createFile(enough);
            assertThat(run.exitCode()).isZero();
            List<String> lines = run.out().lines().toList();
            int count = lines.size() - 1;
            assertThat(lines.getLast()).isEqualTo(count + " lines");
            assertThat(lines.subList(0, count))
                    .isEqualTo(IntStream.rangeClosed(1, count)
                            .mapToObj(n -> "line " + n)
                            .toList());
        }
    }

    private static String stateOf(String label) {
        JsonNode tasks = installation.api(1).get("/api/v1/tasks?label=" + label).get("items");
        return tasks.get(0).get("state").asString();
    }
}
