package io.signalbox.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private final AtomicLong time =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(3).toNanos());
    private final RateLimits limits = new RateLimits(new Allowance(2, 5), time::get);

    @Test
    void burstIsGrantedThenOneForEachHalfSecond() {
        for (int request = 0; request < 5; request++) {
            assertThat(limits.take("a").granted()).isTrue();
        }
        RateLimits.Told refused = limits.take("a");
        assertThat(refused.granted()).isFalse();
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofMillis(500));
        assertThat(refused.reset()).isEqualTo(Duration.ofMillis(2_500));
        pass(Duration.ofMillis(499));
        assertThat(limits.take("a").granted()).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(limits.take("a").granted()).isTrue();
        assertThat(limits.take("a").granted()).isFalse();
    }

    @Test
    void pauseFillsTheBucketAndNoMore() {
        assertThat(limits.take("a").left()).isEqualTo(4);
        pass(Duration.ofDays(1));
        assertThat(limits.take("a").left()).isEqualTo(4);
    }

    @Test
    void oneTokenTakesNothingFromAnother() {
        for (int request = 0; request < 9; request++) {
            limits.take("a");
        }
        assertThat(limits.take("b").granted()).isTrue();
    }

    @Test
    void manyTokensTakeBoundedRoomAndWhoIsLimitedStaysSo() {
        for (int request = 0; request < 9; request++) {
            limits.take("greedy");
        }
        for (int token = 0; token < 30_000; token++) {
            assertThat(limits.take("t" + token).granted()).isTrue();
        }
        assertThat(limits.size()).isLessThanOrEqualTo(10_000);
        assertThat(limits.take("greedy").granted()).isFalse();
        pass(Duration.ofSeconds(3));
        assertThat(limits.take("late").left()).isEqualTo(4);
        assertThat(limits.size()).isEqualTo(1);
    }

    @Test
    void debtIsWorkedOffAndOfALargeOneASecondsWorthIsRemembered() {
        for (int one = 0; one < 5; one++) {
            assertThat(limits.untilNext("a")).isZero();
            limits.owe("a");
        }
        assertThat(limits.untilNext("a")).isEqualTo(Duration.ofMillis(500));
        limits.owe("a");
        assertThat(limits.untilNext("a")).isEqualTo(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));
        assertThat(limits.untilNext("a")).isZero();
        for (int one = 0; one < 100; one++) {
            limits.owe("a");
        }
        assertThat(limits.untilNext("a")).isEqualTo(Duration.ofMillis(1_500));
        assertThat(limits.untilNext("b")).isZero();
    }

    private void pass(Duration passed) {
        time.addAndGet(passed.toNanos());
    }
}
