package io.signalbox.runner.adapter.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.signalbox.model.relay.HealthSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcVitalsIT {
    @TempDir
    Path folder;

    private void proc(String stat) throws IOException {
        Files.writeString(folder.resolve("stat"), stat + "\ncpu0 1 2 3\n");
        Files.writeString(folder.resolve("loadavg"), "1.25 0.50 0.10 2/345 6789\n");
        Files.writeString(
                folder.resolve("meminfo"), "MemTotal:       2048 kB\nMemFree: 1 kB\nMemAvailable:   1024 kB\n");
    }

    @Test
    void processorsAreBusyByWhatHasPassedSinceTheLastSample() throws IOException {
        proc("cpu  100 0 100 700 100 0 0 0 50 0");
        var vitals = new ProcVitals(folder, folder);
        vitals.take(Instant.EPOCH);
        proc("cpu  150 0 125 725 100 0 0 0 50 0");
        HealthSample sample = vitals.take(Instant.EPOCH);
        assertThat(sample.cpu()).isCloseTo(0.75, within(0.001));
        assertThat(sample.load()).isEqualTo(1.25);
        assertThat(sample.memoryFree()).isEqualTo(1024 * 1024);
        assertThat(sample.memoryTotal()).isEqualTo(2048 * 1024);
        assertThat(sample.diskFree()).isPositive().isLessThanOrEqualTo(sample.diskTotal());
    }

    @Test
    void whereThereIsNoProcOnlyTheDiskIsTold() {
        HealthSample sample = new ProcVitals(folder.resolve("none"), folder).take(Instant.EPOCH);
        assertThat(sample.cpu()).isZero();
        assertThat(sample.memoryTotal()).isZero();
        assertThat(sample.diskTotal()).isPositive();
    }
}
