package io.signalbox.runner.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_795_307_488);
    private final Lifecycle life = new Lifecycle();

    @Test
    void drainingWaitsForWhatRuns() {
        assertThat(life.tryBegin()).isTrue();
        life.drain(NOW);
        assertThat(life.isOver()).isFalse();
        assertThat(life.tryBegin()).isFalse();
        assertThat(life.interruptedAt()).isEqualTo(NOW.getEpochSecond());
        life.finished();
        assertThat(life.isOver()).isTrue();
    }

    @Test
    void drainingAnIdleRunnerEndsIt() {
        life.drain(NOW);
        assertThat(life.isOver()).isTrue();
        assertThat(life.pause(Duration.ofHours(1))).isFalse();
    }

    @Test
    void theFirstInterruptionCounts() {
        assertThat(life.tryBegin()).isTrue();
        life.drain(NOW);
        life.drain(NOW.plusSeconds(5));
        assertThat(life.interruptedAt()).isEqualTo(NOW.getEpochSecond());
    }

    @Test
    void actionsRunAfterEachAttempt() {
        life.afterAttempt(() -> life.drain(NOW));
        assertThat(life.tryBegin()).isTrue();
        life.finished();
        assertThat(life.isOver()).isTrue();
    }
}
