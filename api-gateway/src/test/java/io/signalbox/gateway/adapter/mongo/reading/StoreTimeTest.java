package io.signalbox.gateway.adapter.mongo.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.backbone.mongo.StoreClock.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreTimeTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00.123Z");

    private Optional<Reading> clock = Optional.empty();
    private final StoreTime time = new StoreTime(() -> clock, () -> NOW.plusNanos(456_789));

    @Test
    void storesClockGoesBeforeThatOfTheHost() {
        assertThat(time.instant()).isEqualTo(NOW);
        clock = reading(NOW.plusSeconds(5));
        assertThat(time.instant()).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void measurementsThatStepBackDoNot() {
        clock = reading(NOW.plusMillis(60));
        time.instant();
        clock = reading(NOW);

        assertThat(time.instant()).isEqualTo(NOW.plusMillis(60));
    }

    private static Optional<Reading> reading(Instant instant) {
        return Optional.of(new Reading(instant, Duration.ZERO));
    }
}
