package io.signalbox.runner.adapter.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A container engine for tests: the one that listens on this machine, or one of their own where the program is there and they run as root. */
final class TestEngine implements AutoCloseable {
    static final String IMAGE = "signalbox-test:1";

    private static final Path USUAL = Path.of("/var/run/docker.sock");
    private static final List<String> PROGRAMS = List.of("bash", "sleep", "cat", "id", "head", "env");

    private final Path folder;
    private final Path socket;
    private final Optional<Process> daemon;

    private TestEngine(Path folder, Path socket, Optional<Process> daemon) {
        this.folder = folder;
        this.socket = socket;
        this.daemon = daemon;
    }

    /** One that has the test image; none where none can be had. */
    static Optional<TestEngine> find() throws IOException {
        Path folder = Files.createTempDirectory("engine-");
        if (EngineProbe.answers(USUAL)) {
            return Optional.of(new TestEngine(folder, USUAL, Optional.empty()).prepared());
        }
        boolean mayStart =
                "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/sbin/dockerd"));
        return mayStart ? Optional.of(start(folder).prepared()) : Optional.empty();
    }

    private static TestEngine start(Path folder) throws IOException {
        Path socket = folder.resolve("docker.sock");
        Process daemon = new ProcessBuilder(
                        "dockerd",
                        "--host=unix://" + socket,
                        "--data-root=" + folder.resolve("data"),
                        "--exec-root=" + folder.resolve("exec"),
                        "--pidfile=" + folder.resolve("pid"),
                        "--bridge=none",
                        "--iptables=false",
                        "--storage-driver=vfs")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        await("dockerd, see " + folder.resolve("log"))
                .atMost(Duration.ofSeconds(60))
                .until(() -> !daemon.isAlive() || EngineProbe.answers(socket));
        assertThat(daemon.isAlive())
                .as("dockerd: %s", Files.readString(folder.resolve("log")))
                .isTrue();
        return new TestEngine(folder, socket, Optional.of(daemon));
    }

    Path socket() {
        return socket;
    }

    /** Of bash and a few programs of this machine, with what they are linked to. */
    private TestEngine prepared() throws IOException {
        Path root = Files.createDirectories(folder.resolve("root"));
        for (String program : PROGRAMS) {
            Path path =
                    Files.exists(Path.of("/bin", program)) ? Path.of("/bin", program) : Path.of("/usr/bin", program);
            copy(path, root.resolve("bin").resolve(program));
            for (String word : run("ldd", path.toString()).split("\\s+", -1)) {
                if (word.startsWith("/")) {
                    copy(Path.of(word), root.resolve(word.substring(1)));
                }
            }
        }
        run("tar", "-C", root.toString(), "-cf", folder.resolve("root.tar").toString(), ".");
        docker("import", folder.resolve("root.tar").toString(), IMAGE);
        return this;
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.notExists(to)) {
            Files.createDirectories(to.getParent());
            Files.copy(from.toRealPath(), to);
        }
    }

    /** Runs the engine's own client; its output. */
    String docker(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("docker", "--host=unix://" + socket));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue())
                .as("%s: %s", List.of(command), output)
                .isZero();
        return output.strip();
    }

    @Override
    public void close() throws IOException {
        docker("image", "rm", "--force", IMAGE);
        if (daemon.isPresent()) {
            daemon.get().destroy();
            assertThat(daemon.get().onExit()).succeedsWithin(Duration.ofSeconds(30));
        }
        run("rm", "-rf", folder.toString());
    }
}
