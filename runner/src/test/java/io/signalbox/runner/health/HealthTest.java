package io.signalbox.runner.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.relay.HealthSample;
import io.signalbox.runner.execution.ManualTimer;
import io.signalbox.testkit.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final long MEBIBYTE = 1024 * 1024;

    private final Health health = new Health();
    private final ManualClock clock = ManualClock.started();
    private final ManualTimer timer = new ManualTimer();
    private final AtomicLong free = new AtomicLong(2000 * MEBIBYTE);

    private HealthSample sample(Instant at) {
        return new HealthSample(at, 0.5, 1, 1, 2, free.get(), 4000 * MEBIBYTE);
    }

    private void watch() {
        new HealthWatch(this::sample, List.of(HealthWatch.aboutDisk(1000 * MEBIBYTE)), health, timer, clock).start();
    }

    private void passTenSeconds() {
        clock.advance(Duration.ofSeconds(10));
        timer.pass(Duration.ofSeconds(10));
    }

    @Test
    void aSampleIsTakenAtTheStartAndEveryTenSeconds() {
        watch();
        passTenSeconds();
        assertThat(health.untold())
                .extracting(HealthSample::at)
                .containsExactly(ManualClock.START, ManualClock.START.plusSeconds(10));
    }

    @Test
    void whatWasNotToldIsKeptForAnHour() {
        watch();
        for (int i = 0; i < 500; i++) {
            passTenSeconds();
        }
        assertThat(health.untold()).hasSize(360).last().isEqualTo(sample(clock.instant()));
    }

    @Test
    void whatWasToldIsDroppedAndWhatCameMeanwhileIsNot() {
        watch();
        List<HealthSample> told = health.untold();
        passTenSeconds();
        health.told(told);
        assertThat(health.untold()).containsExactly(sample(clock.instant()));
    }

    @Test
    void aShortDiskIsToldInPlainWordsAndGoesAwayByItself() {
        var changes = new ArrayList<String>();
        health.onChange(() -> changes.add(String.valueOf(health.unready())));
        watch();
        free.set(999 * MEBIBYTE);
        passTenSeconds();
        passTenSeconds();
        free.set(1000 * MEBIBYTE);
        passTenSeconds();
        assertThat(changes)
                .containsExactly("only 999 MB of disk are free, and a task needs 1000 MB (--min-free-disk)", "null");
    }
}
