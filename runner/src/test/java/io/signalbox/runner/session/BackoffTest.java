package io.signalbox.runner.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {
    /** Always the longest of what is allowed. */
    private static final RandomGenerator LONGEST = new Random() {
        private static final long serialVersionUID = 1;

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    @Test
    void theSpanDoublesFromHalfASecondToThirty() {
        var backoff = new Backoff(1, LONGEST);
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(500));
        assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(1));
        for (int i = 0; i < 10; i++) {
            backoff.next();
        }
        assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void everyOtherGatewayIsTriedWithoutDelay() {
        var backoff = new Backoff(3, LONGEST);
        assertThat(backoff.next()).isZero();
        assertThat(backoff.next()).isZero();
        assertThat(backoff.next()).isPositive();
    }

    @Test
    void successBeginsAnew() {
        var backoff = new Backoff(1, LONGEST);
        backoff.next();
        backoff.next();
        backoff.reset();
        assertThat(backoff.next()).isEqualTo(Duration.ofMillis(500));
    }
}
