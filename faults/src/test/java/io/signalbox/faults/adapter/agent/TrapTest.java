package io.signalbox.faults.adapter.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.faults.core.crash.CrashPoint;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrapTest {
    @TempDir
    private Path folder;

    @Test
    void onlyTheFirstTakesIt() {
        Trap trap = new Trap(folder);
        trap.set(CrashPoint.END_STORED);

        assertThat(trap.take()).isTrue();
        assertThat(trap.take()).isFalse();
        assertThat(trap.isSet()).isEmpty();
    }

    @Test
    void itIsSetForTheLastPoint() {
        Trap trap = new Trap(folder.resolve("new"));
        trap.set(CrashPoint.END_STORED);
        trap.set(CrashPoint.END_UNTOLD);

        assertThat(trap.isSet()).contains(CrashPoint.END_UNTOLD);
    }
}
