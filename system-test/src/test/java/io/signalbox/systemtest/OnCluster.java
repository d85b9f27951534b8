package io.signalbox.systemtest;

import io.signalbox.testkit.infra.cluster.ApiClient;
import io.signalbox.testkit.infra.cluster.FreePort;
import io.signalbox.testkit.infra.cluster.RealParts;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways, two schedulers and two runners on a RabbitMQ and a MongoDB of the test class's own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnCluster {
    private RealParts parts;
    private Installation installation;
    private RunnerProcess linux;
    private RunnerProcess builder;

    @BeforeAll
    void bringUp(@TempDir Path folder) {
        parts = RealParts.in(folder.resolve("infra"));
        installation = Installation.cluster(folder.resolve("home"), parts, FreePort.any(), settings());
        linux = installation.runner("linux-1", "--tag", "linux", "--slots", "2");
        builder = installation.runner("builder-1", "--tag", "builder", "--slots", "2");
    }

    @AfterAll
    void bringDown() {
        try (RealParts _ = parts;
                Installation _ = installation;
                RunnerProcess _ = linux;
                RunnerProcess _ = builder) {
            // Closed in the reverse order, each also when another fails.
        }
    }

    /** Settings of all processes, as environment variables. */
    Map<String, String> settings() {
        return Map.of();
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

    /** The client at the first gateway. */
    ApiClient api() {
        return installation.api(1);
    }
}
