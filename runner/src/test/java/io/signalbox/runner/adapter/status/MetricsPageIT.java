package io.signalbox.runner.adapter.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.runner.status.RunnerStatus;
import io.signalbox.runner.status.RunnerStatus.SlotStatus;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsPageIT {
    private static final Instant NOW = Instant.ofEpochSecond(1_795_307_488);

    @Test
    void figuresAreToldOnLoopback() throws Exception {
        var status = new RunnerStatus(
                7, "one", NOW, NOW.minusSeconds(3), false, null, 42, List.of(new SlotStatus("idle", null)));
        try (var page = new MetricsPage(0, () -> status, () -> NOW);
                InputStream text = URI.create("http://localhost:" + page.port() + "/metrics")
                        .toURL()
                        .openStream()) {
            assertThat(new String(text.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .contains(
                            "signalbox_runner_slots{state=\"idle\"} 1",
                            "signalbox_runner_slots{state=\"busy\"} 0",
                            "signalbox_runner_spooled_bytes 42",
                            "signalbox_runner_ready 1",
                            "signalbox_runner_silent_seconds 3");
        }
    }
}
