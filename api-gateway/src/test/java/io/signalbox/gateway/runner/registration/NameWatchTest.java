package io.signalbox.gateway.runner.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.core.slot.Protocol;
import io.signalbox.gateway.runner.Runner;
import io.signalbox.gateway.runner.Runner.Availability;
import io.signalbox.gateway.runner.Runner.Credentials;
import io.signalbox.gateway.runner.Runner.Host;
import io.signalbox.gateway.runner.Runner.Manners;
import io.signalbox.gateway.runner.StoredSlot;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.RunnerId;
import io.signalbox.testkit.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** C6: a name is free once its holder's beats were seen unchanged for long enough. */
class NameWatchTest {
    private final ManualClock clock = ManualClock.started();
    private final NameWatch names = new NameWatch(clock::nanoTime);

    @Test
    void holderIsSilentOnlyAfterItWasWatchedFor15Seconds() {
        assertThat(names.isSilent(holder(1, 7, 5))).isFalse();
        clock.advance(Duration.ofMillis(14_999));
        assertThat(names.isSilent(holder(1, 7, 5))).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(names.isSilent(holder(1, 7, 5))).isTrue();
    }

    @Test
    void beatBeginsTheWatchAnew() {
        assertThat(names.isSilent(holder(1, 7, 5))).isFalse();
        clock.advance(Duration.ofSeconds(14));
        assertThat(names.isSilent(holder(1, 8, 5))).isFalse();
        clock.advance(Duration.ofSeconds(14));
        assertThat(names.isSilent(holder(1, 8, 5))).isFalse();
    }

    @Test
    void furtherGenerationBeginsTheWatchAnew() {
        assertThat(names.isSilent(holder(1, 7, 5))).isFalse();
        clock.advance(Duration.ofSeconds(20));
        assertThat(names.isSilent(holder(2, 7, 5))).isFalse();
    }

    @Test
    void holderWhoseSyncsAreHeldForLongIsWatchedFor60Seconds() {
        assertThat(names.isSilent(holder(1, 7, 45))).isFalse();
        clock.advance(Duration.ofSeconds(59));
        assertThat(names.isSilent(holder(1, 7, 45))).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(names.isSilent(holder(1, 7, 45))).isTrue();
    }

    @Test
    void setWallClockChangesNothing() {
        assertThat(names.isSilent(holder(1, 7, 5))).isFalse();
        clock.step(Duration.ofHours(1));
        assertThat(names.isSilent(holder(1, 7, 5))).isFalse();
    }

    private static Runner holder(long generation, long beat, int patience) {
        return new Runner(
                RunnerId.forName("holder"),
                "holder",
                new Generation(generation),
                new Credentials("hash", "token"),
                PoolName.DEFAULT,
                List.of(),
                List.of(),
                new Host("1", "", "", "h", 1),
                new Manners(false, Duration.ZERO, Duration.ZERO, Protocol.OURS),
                Availability.OPEN,
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                List.of(new StoredSlot(0, 3, beat, Optional.empty(), Duration.ofSeconds(patience))),
                Runner.Condition.UNKNOWN);
    }
}
