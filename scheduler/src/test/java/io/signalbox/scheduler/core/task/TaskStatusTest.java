package io.signalbox.scheduler.core.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.signalbox.model.task.TaskState;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskStatusTest {

    @ParameterizedTest
    @EnumSource(TaskState.class)
    void taskEndsInTerminalStatesOnly(TaskState state) {
        if (state.isTerminal()) {
            assertThat(ended(state).state()).isEqualTo(state);
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> ended(state)).withMessageContaining(state.toString());
        }
    }

    private static TaskStatus ended(TaskState state) {
        return new TaskStatus.Ended(state, null, null, Instant.EPOCH);
    }
}
