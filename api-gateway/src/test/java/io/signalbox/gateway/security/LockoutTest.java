package io.signalbox.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LockoutTest {
    private Duration monotonic = Duration.ofDays(3);
    private final Lockout lockout = new Lockout(() -> monotonic.toNanos());

    @Test
    void whoFailsOftenIsLockedOutForTheRestOfTheMinute() {
        fail("a", 19);
        assertThat(lockout.left("a")).isEmpty();
        monotonic = monotonic.plusSeconds(20);
        fail("a", 1);

        assertThat(lockout.left("a")).contains(Duration.ofSeconds(40));
        assertThat(lockout.left("b")).isEmpty();
        monotonic = monotonic.plusSeconds(40);
        assertThat(lockout.left("a")).isEmpty();
    }

    @Test
    void failuresOfAnotherMinuteAreForgotten() {
        fail("a", 19);
        monotonic = monotonic.plusSeconds(60);
        fail("a", 1);

        assertThat(lockout.left("a")).isEmpty();
    }

    @Test
    void floodOfKeysForgetsNobodyWhoIsLockedOut() {
        fail("a", 20);
        for (int i = 0; i < 20_000; i++) {
            fail("flood-" + i, 1);
        }

        assertThat(lockout.left("a")).isPresent();
    }

    private void fail(String key, int times) {
        for (int i = 0; i < times; i++) {
            lockout.failed(key);
        }
    }
}
