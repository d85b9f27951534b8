package io.signalbox.cli.task.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.cli.api.Doc;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class TaskEndTest {
    @ParameterizedTest
    @CsvSource({
        "passed, 0, 0",
        "passed, , 0",
        "failed, 3, 3",
        "failed, 255, 255",
        "failed, 0, 123",
        "failed, , 123",
        "failed, 300, 123",
        "canceled, , 122",
        "canceled, 143, 122",
        "timed_out, 137, 124",
        "lost, , 121",
        "frozen, , 125",
    })
    void theStateDecidesTheExitCode(String state, String exitCode, int expected) {
        String json = "{\"state\":\"" + state + "\",\"exitCode\":" + exitCode + "}";
        Doc task = new Doc(JsonMapper.shared().readTree(json));
        assertThat(TaskEnd.exitCode(task)).isEqualTo(expected);
        assertThat(TaskEnd.hasEnded(task)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"queued", "assigned", "running"})
    void whatStillRunsHasNotEnded(String state) {
        assertThat(TaskEnd.hasEnded(new Doc(JsonMapper.shared().readTree("{\"state\":\"" + state + "\"}"))))
                .isFalse();
    }
}
