package io.signalbox.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void hasItsUnitOnItsOwnLine() {
        assertThat(new Figure("idle", 512.25, "MB resident")).hasToString("idle 512.3 MB resident");
    }
}
