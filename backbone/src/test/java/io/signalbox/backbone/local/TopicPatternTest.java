package io.signalbox.backbone.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicPatternTest {

    @ParameterizedTest
    @CsvSource({
        "task.web.passed, task.web.passed, true",
        "task.*.passed, task.web.passed, true",
        "task.*.passed, task.web.failed, false",
        "task.*, task.web.passed, false",
        "task.#, task.web.passed, true",
        "task.#, task, true",
        "#.passed, task.web.api.passed, true",
        "#, log.a, true",
        "log.*, log, false",
    })
    void matchesAsTheBrokerDoes(String pattern, String key, boolean matches) {
        assertThat(TopicPattern.of(pattern).matches(key)).isEqualTo(matches);
    }
}
