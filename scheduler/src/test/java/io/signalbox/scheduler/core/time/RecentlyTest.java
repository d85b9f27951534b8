package io.signalbox.scheduler.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentlyTest {
    private final Recently<String, Integer> recently = new Recently<>();

    @Test
    void whatWasDoneIsRecalled() {
        recently.remember("a", 1, 0);
        recently.remember("a", 2, 10);

        assertThat(recently.recall("a")).isEqualTo(2);
        assertThat(recently.recall("b")).isNull();
    }

    @Test
    void whatIsOldIsForgotten() {
        recently.remember("a", 1, 0);
        recently.remember("b", 1, 60_001);

        assertThat(recently.recall("a")).isNull();
        assertThat(recently.recall("b")).isEqualTo(1);
    }

    @Test
    void whatIsTooMuchIsForgottenOldestFirst() {
        for (int i = 0; i <= 100_000; i++) {
            recently.remember("k" + i, i, i / 10_000);
        }

        assertThat(recently.recall("k0")).isNull();
        assertThat(recently.recall("k1")).isEqualTo(1);
        assertThat(recently.recall("k100000")).isEqualTo(100_000);
    }
}
