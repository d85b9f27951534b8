package io.signalbox.testkit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ManualClockTest {
    private final ManualClock clock = ManualClock.started();

    @Test
    void standsStillUntilItIsMoved() {
        assertThat(clock.instant()).isEqualTo(ManualClock.START).isEqualTo(clock.instant());
        assertThat(clock.nanoTime()).isEqualTo(clock.nanoTime());
    }

    @Test
    void passingTimeMovesBothClocks() {
        var before = clock.nanoTime();

        assertThat(clock.advance(Duration.ofMillis(1500))).isEqualTo(ManualClock.START.plusMillis(1500));
        assertThat(clock.nanoTime() - before).isEqualTo(1_500_000_000L);
    }

    @Test
    void settingTheWallClockLetsNoTimePass() {
        var before = clock.nanoTime();

        assertThat(clock.step(Duration.ofHours(-1))).isEqualTo(ManualClock.START.minusSeconds(3600));
        assertThat(clock.nanoTime()).isEqualTo(before);
    }

    @Test
    void timeDoesNotGoBack() {
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofMillis(-1)));
    }

    @Test
    void ticksInMilliseconds() {
        assertThat(ManualClock.at(Instant.ofEpochSecond(1, 2_345_678)).instant())
                .isEqualTo(Instant.ofEpochSecond(1, 2_000_000));
    }
}
