package io.signalbox.scheduler.loop.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchedulerMetricTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "metrics.md");

    @ParameterizedTest
    @EnumSource
    void standsInTheDocument(SchedulerMetric metric) throws IOException {
        assertThat(Files.readString(DOCUMENT)).contains(row(metric));
    }

    private static String row(SchedulerMetric metric) {
        return "| `%s` | %s | %s | %s |"
                .formatted(
                        metric.id().replace('.', '_'),
                        metric.unit().name().toLowerCase(Locale.ROOT),
                        String.join(", ", metric.tags()),
                        metric.description());
    }
}
