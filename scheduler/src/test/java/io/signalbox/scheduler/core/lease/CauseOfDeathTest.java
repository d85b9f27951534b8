package io.signalbox.scheduler.core.lease;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.relay.HealthSample;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CauseOfDeathTest {
    private static final long GIBIBYTE = 1L << 30;

    @Test
    void shortMemoryIsSaid() {
        assertThat(CauseOfDeath.of(List.of(sample(0.2, 1, 8, 50), sample(0.2, 1, 0, 50))))
                .contains("memory was short (0 of 8192 MiB free)");
    }

    @Test
    void fullDiskIsSaid() {
        assertThat(CauseOfDeath.of(List.of(sample(0.2, 1, 4, 1)))).contains("disk was full (1024 of 102400 MiB free)");
    }

    @Test
    void loadIsSaidWhereItLasted() {
        assertThat(CauseOfDeath.of(List.of(sample(0.99, 40, 4, 50), sample(1, 41.5, 4, 50))))
                .contains("overloaded (load 41.5, 100 % busy)");
        assertThat(CauseOfDeath.of(List.of(sample(0.1, 1, 4, 50), sample(1, 41.5, 4, 50))))
                .contains("lacked nothing");
    }

    @Test
    void oldShortageIsNoSign() {
        assertThat(CauseOfDeath.of(List.of(sample(0.2, 1, 0, 1), sample(0.2, 1, 4, 50))))
                .contains("lacked nothing");
    }

    @Test
    void withoutSamplesNothingIsKnown() {
        assertThat(CauseOfDeath.of(List.of())).contains("nothing is known");
    }

    private static HealthSample sample(double cpu, double load, long memoryGibibytes, long diskGibibytes) {
        return new HealthSample(
                Instant.EPOCH,
                cpu,
                load,
                memoryGibibytes * GIBIBYTE,
                8 * GIBIBYTE,
                diskGibibytes * GIBIBYTE,
                100 * GIBIBYTE);
    }
}
