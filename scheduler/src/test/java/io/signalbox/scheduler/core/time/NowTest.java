package io.signalbox.scheduler.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class NowTest {
    private static final Instant STORE = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void monotonicTimeNeverGoesBack() {
        assertThat(Now.of(10, STORE).notBefore(12)).isEqualTo(Now.of(12, STORE));
        assertThat(Now.of(10, STORE).notBefore(10)).isEqualTo(Now.of(10, STORE));
    }
}
