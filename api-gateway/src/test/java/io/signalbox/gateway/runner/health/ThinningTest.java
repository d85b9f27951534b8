package io.signalbox.gateway.runner.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.relay.HealthSample;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ThinningTest {

    @Test
    void firstOfEachMinuteIsLeft() {
        List<HealthSample> samples =
                Stream.of(125, 65, 10, 119, 120, 59).map(ThinningTest::sample).toList();
        assertThat(Thinning.perMinute(samples)).containsExactly(sample(10), sample(65), sample(120));
    }

    @Test
    void nothingStaysNothing() {
        assertThat(Thinning.perMinute(List.of())).isEmpty();
    }

    private static HealthSample sample(int second) {
        return new HealthSample(Instant.ofEpochSecond(second), 0.5, 1, 2, 3, 4, 5);
    }
}
