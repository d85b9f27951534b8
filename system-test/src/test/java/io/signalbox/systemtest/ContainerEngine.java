package io.signalbox.systemtest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A container engine of the test's own, with one image in which there is bash and nothing else. */
final class ContainerEngine implements AutoCloseable {
    static final String IMAGE = "signalbox-system-test:bash";

    private static final Path DAEMON = Path.of("/usr/sbin/dockerd");

    private final Path folder;
    private final Process daemon;

    private ContainerEngine(Path folder, Process daemon) {
        this.folder = folder;
        this.daemon = daemon;
    }

    /** One whose data is in {@code folder}; none where it cannot be started. */
    static Optional<ContainerEngine> in(Path folder) throws IOException {
        if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(DAEMON)) {
            return Optional.empty();
        }
        Process daemon = new ProcessBuilder(
                        DAEMON.toString(),
                        "--host=unix://" + folder.resolve("docker.sock"),
                        "--data-root=" + folder.resolve("data"),
                        "--exec-root=" + folder.resolve("exec"),
                        "--pidfile=" + folder.resolve("pid"),
                        "--bridge=none",
                        "--iptables=false",
                        "--storage-driver=vfs")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        var engine = new ContainerEngine(folder, daemon);
        Awaitility.await("dockerd listens, see " + folder.resolve("log"))
                .atMost(Duration.ofSeconds(60))
                .until(() -> !daemon.isAlive() || Files.exists(engine.socket()));
        engine.makeImage();
        return Optional.of(engine);
    }

    Path socket() {
        return folder.resolve("docker.sock");
    }

    /** This machine's bash with what it is linked to. */
    private void makeImage() throws IOException {
        Path root = folder.resolve("root");
        for (String word : ("/bin/bash " + run("ldd", "/bin/bash")).split("\\s+", -1)) {
            Path file = Path.of(word);
            if (word.startsWith("/") && Files.notExists(root.resolve(word.substring(1)))) {
                Files.createDirectories(root.resolve(word.substring(1)).getParent());
                Files.copy(file.toRealPath(), root.resolve(word.substring(1)));
            }
        }
        Path archive = folder.resolve("root.tar");
        run("tar", "-C", root.toString(), "-cf", archive.toString(), ".");
        run("docker", "--host=unix://" + socket(), "import", archive.toString(), IMAGE);
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(List.of(command) + " failed: " + output);
        }
        return output;
    }

    @Override
    public void close() throws IOException {
        daemon.destroy();
        daemon.onExit().completeOnTimeout(daemon, 30, TimeUnit.SECONDS).join();
        run(
                "rm",
                "-rf",
                folder.resolve("data").toString(),
                folder.resolve("exec").toString());
    }
}
