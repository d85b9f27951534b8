package io.signalbox.runner.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.runner.config.setting.RunnerSettings.Departure;
import io.signalbox.runner.execution.ManualTimer;
import io.signalbox.runner.session.Lifecycle;
import io.signalbox.runner.session.Sessions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeparturesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Departure AFTER_TWO_IDLE_SECONDS =
            new Departure(false, Duration.ofSeconds(2), Duration.ofHours(1), null, Duration.ZERO);

    private final Lifecycle life = new Lifecycle();
    private final ManualTimer timer = new ManualTimer();

    @BeforeEach
    void watch() {
        new Departures(AFTER_TWO_IDLE_SECONDS, life, timer, Sessions.surroundings(life)).watch();
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            timer.pass(SECOND);
        }
    }

    @Test
    void anIdleRunnerLeavesWhenItsTimeIsOver() {
        pass(1);
        assertThat(life.isDraining()).isFalse();
        pass(1);
        assertThat(life.isDraining()).isTrue();
    }

    @Test
    void aRunnerAtWorkStaysAndItsTimeBeginsAnewAfterwards() {
        assertThat(life.tryBegin()).isTrue();
        pass(10);
        life.finished();
        pass(1);
        assertThat(life.isDraining()).isFalse();
        pass(5);
        assertThat(life.isDraining()).isTrue();
    }

    @Test
    void tasksThatAreOverBetweenTwoLooksCountAsWork() {
        for (int i = 0; i < 10; i++) {
            pass(1);
            assertThat(life.tryBegin()).isTrue();
            life.finished();
        }
        assertThat(life.isDraining()).isFalse();
    }
}
