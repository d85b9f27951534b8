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

    @Test
    void wrongClockOfTheHostIsNotWrittenDownOnceTheStoresWasKnown() {
        Now known = Now.of(5_000, Instant.parse("2030-01-01T12:00:00Z"));
        Now unknown = new Now(7_000, Instant.parse("2031-05-05T00:00:00Z"), null);

        assertThat(unknown.stampedBy(known)).isEqualTo(new Now(7_000, Instant.parse("2030-01-01T12:00:02Z"), null));
        assertThat(unknown.stampedBy(null)).isEqualTo(unknown);
        assertThat(known.stampedBy(unknown)).isEqualTo(known);
    }
}
