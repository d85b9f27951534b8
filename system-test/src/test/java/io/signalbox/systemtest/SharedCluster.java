package io.signalbox.systemtest;

import io.signalbox.testkit.infra.cluster.FreePort;
import io.signalbox.testkit.infra.cluster.RealParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Two gateways, two schedulers and two runners on a RabbitMQ and a MongoDB of their own. Test classes take turns at them; each leaves all of
 * them running.
 */
final class SharedCluster implements AutoCloseable {
    /** Receivers of webhooks are on loopback here. */
    private static final Map<String, String> SETTINGS = Map.of("SIGNALBOX_WEBHOOKS_ALLOWED_NETWORKS", "127.0.0.0/8");

    private final RealParts parts;
    private final Installation installation;
    private final RunnerProcess linux;
    private final RunnerProcess builder;

    /** Starts everything, with its data and logs in a folder of the build. */
    SharedCluster() {
        Path folder = freshFolder();
        parts = RealParts.in(folder.resolve("infra"));
        installation = Installation.cluster(folder.resolve("home"), parts, FreePort.any(), SETTINGS);
        linux = installation.runner("linux-1", "--tag", "linux", "--slots", "2");
        builder = installation.runner("builder-1", "--tag", "builder", "--slots", "2");
    }

    RealParts parts() {
        return parts;
    }

    Installation installation() {
        return installation;
    }

    /** The runner with the tag {@code linux}. */
    RunnerProcess linux() {
        return linux;
    }

    @Override
    public void close() {
        try (RealParts _ = parts;
                Installation _ = installation;
                RunnerProcess _ = linux;
                RunnerProcess _ = builder) {
            // Closed in the reverse order, each also when another fails.
        }
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "cluster-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
