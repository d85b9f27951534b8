package io.signalbox.gateway.config.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.gateway.folder.FolderLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class FolderSettingsTest {
    private static final DataSize SIZE = DataSize.ofMegabytes(1);

    @Test
    void taskThatIsSeenInTimeKeepsItsFolder() {
        FolderLimits limits = new FolderSettings(SIZE, SIZE, Duration.ofDays(7)).limits();

        assertThat(limits.unseen().plus(limits.grain())).isLessThan(limits.kept());
    }

    @Test
    void tooShortATimeStopsTheStartWithTheNameOfTheSetting() {
        assertThatThrownBy(() -> new FolderSettings(SIZE, SIZE, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("signalbox.folders.kept");
    }
}
