package io.signalbox.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void aTimeIsSaidInItsTwoLargestUnits() {
        assertThat(Words.of(Duration.ofSeconds(59))).isEqualTo("59s");
        assertThat(Words.of(Duration.ofSeconds(185))).isEqualTo("3m 5s");
        assertThat(Words.of(Duration.ofHours(2))).isEqualTo("2h");
        assertThat(Words.of(Duration.ofHours(76))).isEqualTo("3d 4h");
    }

    @Test
    void aClockThatIsBehindMakesNoNegativeAge() {
        Instant now = Instant.EPOCH;
        assertThat(Words.since(Optional.of(now.plusSeconds(5)), now)).isEqualTo("0s");
        assertThat(Words.since(Optional.empty(), now)).isEmpty();
    }
}
