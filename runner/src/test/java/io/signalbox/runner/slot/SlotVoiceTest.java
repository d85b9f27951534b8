package io.signalbox.runner.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.HealthSample;
import io.signalbox.model.relay.SyncRequest;
import io.signalbox.runner.job.StopCause;
import io.signalbox.runner.session.Credentials;
import io.signalbox.runner.session.Lifecycle;
import io.signalbox.runner.session.Sessions;
import io.signalbox.runner.session.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlotVoiceTest {
    private static final AttemptId ATTEMPT = new AttemptId("0198c5f0-8b1e-8c3a-9f00-000000000001");
    private static final Credentials CREDENTIALS = new Credentials("one", "token", null, 1);

    private final Surroundings surroundings = Sessions.surroundings(new Lifecycle());
    private final SlotVoice first = new SlotVoice(0, new MemoryJournal(), surroundings);

    private static HealthSample sample(long second) {
        return new HealthSample(Instant.ofEpochSecond(second), 0, 0, 0, 0, 0, 0);
    }

    private SyncRequest say(SlotVoice voice) {
        return voice.say(new SlotState.Idle(), 1, CREDENTIALS);
    }

    @Test
    void samplesAreSaidUntilASyncThatCarriedThemIsAnswered() {
        surroundings.health().add(sample(1), null);
        assertThat(say(first).health()).containsExactly(sample(1));
        surroundings.health().add(sample(2), null);
        assertThat(say(first).health()).containsExactly(sample(1), sample(2));
        surroundings.health().add(sample(3), null);
        first.heard();
        assertThat(say(first).health()).containsExactly(sample(3));
        first.heard();
        assertThat(say(first).health()).isNull();
    }

    @Test
    void onlyTheFirstSlotSaysThem() {
        surroundings.health().add(sample(1), null);
        assertThat(say(new SlotVoice(1, new MemoryJournal(), surroundings)).health())
                .isNull();
    }

    @Test
    void whatDiesWithoutContactSyncsOftenEnoughToLive() {
        assertThat(holdOf(Optional.of(Duration.ofSeconds(5)))).isEqualTo(Duration.ofSeconds(1));
        assertThat(holdOf(Optional.of(Duration.ofSeconds(15)))).isEqualTo(Duration.ofSeconds(3));
        assertThat(holdOf(Optional.of(Duration.ofSeconds(45)))).isEqualTo(Duration.ofSeconds(5));
        assertThat(holdOf(Optional.of(Duration.ofSeconds(2)))).isEqualTo(Duration.ofSeconds(1));
        assertThat(holdOf(Optional.empty())).isEqualTo(Duration.ofSeconds(5));
    }

    private Duration holdOf(Optional<Duration> limit) {
        Work work = new Work() {
            @Override
            public void stop(StopCause cause) {
                throw new AssertionError("nobody stops it");
            }

            @Override
            public Optional<Duration> limit() {
                return limit;
            }
        };
        return first.hold(new SlotState.Busy(ATTEMPT, work, false));
    }
}
