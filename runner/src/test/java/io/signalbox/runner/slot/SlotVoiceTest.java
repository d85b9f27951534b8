package io.signalbox.runner.slot;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.relay.HealthSample;
import io.signalbox.model.relay.SyncRequest;
import io.signalbox.runner.session.Credentials;
import io.signalbox.runner.session.Lifecycle;
import io.signalbox.runner.session.Sessions;
import io.signalbox.runner.session.Surroundings;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlotVoiceTest {
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
}
