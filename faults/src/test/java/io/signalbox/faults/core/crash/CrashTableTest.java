package io.signalbox.faults.core.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the table of crash points in {@code docs/failure-modes.md} equal to the points; run with {@code -Ddocs.write=true} to write it. */
class CrashTableTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "failure-modes.md");
    private static final String BEGIN = "<!-- crash points: CrashTableTest writes this table -->\n";
    private static final String END = "<!-- end of the crash points -->\n";

    @Test
    void documentHasTheTable() throws IOException {
        String text = Files.readString(DOCUMENT);
        String expected = text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
                + CrashTable.markdown()
                + text.substring(text.indexOf(END));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(DOCUMENT, expected);
        }

        assertThat(DOCUMENT).content().isEqualTo(expected);
    }

    @Test
    void eachPointIsAPlaceOfItsOwn() {
        assertThat(Stream.of(CrashPoint.values()).map(CrashPoint::spot)).doesNotHaveDuplicates();
    }

    @Test
    void fewPointsAreOfEveryProgram() {
        assertThat(CrashPoints.of("few"))
                .extracting(point -> point.spot().program())
                .contains("gateway", "scheduler", "runner");
    }

    @Test
    void pointsAreFoundByTheirNames() {
        assertThat(CrashPoints.of("end-stored,job-arrived"))
                .containsExactly(CrashPoint.END_STORED, CrashPoint.JOB_ARRIVED);
        assertThatThrownBy(() -> CrashPoints.of("lunch")).hasMessageContaining("lunch");
    }
}
