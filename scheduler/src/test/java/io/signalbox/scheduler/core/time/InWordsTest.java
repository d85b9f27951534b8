package io.signalbox.scheduler.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InWordsTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT0.2S, less than 1 s",
        "PT45S, 45 s",
        "PT3M, 3 min",
        "PT3M20S, 3 min 20 s",
        "PT1H5M, 1 h 5 min",
        "PT1H59S, 1 h",
        "PT24H, 1 d",
        "PT27H30M, 1 d 3 h"
    })
    void twoUnitsAreSaidAtMost(Duration duration, String words) {
        assertThat(InWords.of(duration)).isEqualTo(words);
    }

    @Test
    void whatWouldBeBeforeNowIsNotSaid() {
        assertThatThrownBy(() -> InWords.of(Duration.ofSeconds(-1))).hasMessageContaining("PT-1S");
    }
}
