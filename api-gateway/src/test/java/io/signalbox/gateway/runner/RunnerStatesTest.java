package io.signalbox.gateway.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.AttemptId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunnerStatesTest {
    private static final AttemptId UNHEEDING = new AttemptId("00000000-0000-7000-8000-000000000001");
    private static final AttemptId OTHER = new AttemptId("00000000-0000-7000-8000-000000000002");

    private final RunnerStates.State state = new RunnerStates.State("online", Map.of(1, UNHEEDING), null);

    @Test
    void slotIsSetAsideWhileItNamesTheAttemptThatHeededNoStop() {
        assertThat(state.isSetAside(slot(1, UNHEEDING))).isTrue();
        assertThat(state.isSetAside(slot(0, UNHEEDING))).isFalse();
    }

    @Test
    void slotThatSaysThatItIsIdleOrHasAnotherAttemptIsSetAsideNoLonger() {
        assertThat(state.isSetAside(new StoredSlot(1, 3, 9, Optional.empty(), Duration.ZERO)))
                .isFalse();
        assertThat(state.isSetAside(slot(1, OTHER))).isFalse();
    }

    private static StoredSlot slot(int number, AttemptId attempt) {
        return new StoredSlot(number, 3, 9, Optional.of(attempt), Duration.ofSeconds(5));
    }
}
