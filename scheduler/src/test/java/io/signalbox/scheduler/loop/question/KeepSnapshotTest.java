package io.signalbox.scheduler.loop.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.scheduler.core.view.Snapshot;
import io.signalbox.scheduler.core.world.CoreScenario;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeepSnapshotTest {
    private static final long COST = 1_000_000;

    private final AtomicLong nanos = new AtomicLong();
    private final CoreScenario scenario = CoreScenario.ready();
    /** Looking at the clock takes as long as a copy. */
    private final KeepSnapshot snapshots = new KeepSnapshot(() -> nanos.getAndAdd(COST));

    private Snapshot snapshot() {
        return snapshots.of(scenario.core(), scenario.now());
    }

    @Test
    void copyIsUsedAgainUntilItHasCostATwentiethOfTheTime() {
        Snapshot first = snapshot();
        nanos.set(19 * COST);
        assertThat(snapshot()).isSameAs(first);

        nanos.set(20 * COST);
        assertThat(snapshot()).isNotSameAs(first);
    }
}
