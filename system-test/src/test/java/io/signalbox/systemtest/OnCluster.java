package io.signalbox.systemtest;

import io.signalbox.testkit.infra.cluster.ApiClient;
import io.signalbox.testkit.infra.cluster.RealParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What happens on the cluster that test classes share: one class at a time. */
@ExtendWith(ClusterTurns.class)
@ResourceLock("cluster")
abstract class OnCluster {
    private SharedCluster cluster;

    @BeforeEach
    void take(SharedCluster shared) {
        cluster = shared;
    }

    RealParts parts() {
        return cluster.parts();
    }

    Installation installation() {
        return cluster.installation();
    }

    /** The runner with the tag {@code linux}. */
    RunnerProcess linux() {
        return cluster.linux();
    }

    /** The client at the first gateway. */
    ApiClient api() {
        return installation().api(1);
    }
}
