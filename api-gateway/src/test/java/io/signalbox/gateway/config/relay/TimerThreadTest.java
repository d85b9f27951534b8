package io.signalbox.gateway.config.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimerThreadTest {
    private static final Duration IDLE = Duration.ofSeconds(45);
    private static final long HALF_A_SECOND = 500_000_000;

    /** Whatever the clock's zero is: nanoTime may be negative. */
    @Test
    void longHoldsThatEndWithinHalfASecondEndTogetherAndNoneLaterThanItShould() {
        for (long tick : new long[] {-7 * HALF_A_SECOND, 0, 9 * HALF_A_SECOND}) {
            assertThat(LongStream.of(tick, tick + 1, tick + HALF_A_SECOND - 1))
                    .allSatisfy(now ->
                            assertThat(now + TimerThread.delay(now, IDLE)).isEqualTo(tick + IDLE.toNanos()));
        }
    }

    @Test
    void shortHoldsEndWhenTheyShould() {
        Duration busy = Duration.ofSeconds(5);
        assertThat(TimerThread.delay(123_456_789, busy)).isEqualTo(busy.toNanos());
    }

    @Test
    void runsWhatIsDue() throws InterruptedException {
        try (TimerThread timer = new TimerThread()) {
            CountDownLatch ran = new CountDownLatch(1);
            timer.after(Duration.ofMillis(1), ran::countDown);
            assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
