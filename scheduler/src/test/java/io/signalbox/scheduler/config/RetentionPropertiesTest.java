package io.signalbox.scheduler.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RetentionPropertiesTest {

    @Test
    void eventsAreKeptForThirtyDaysUnlessSomethingElseIsSaid() {
        assertThat(bound(Map.of()).events()).isEqualTo(Duration.ofDays(30));
        assertThat(bound(Map.of("signalbox.scheduler.retention.events", "90d")).events())
                .isEqualTo(Duration.ofDays(90));
    }

    @Test
    void wrongValueIsNamedWithItsProperty() {
        assertThatThrownBy(() -> bound(Map.of("signalbox.scheduler.retention.events", "23h")))
                .hasStackTraceContaining("signalbox.scheduler.retention.events must be at least PT24H, but is PT23H");
    }

    private static RetentionProperties bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("signalbox.scheduler.retention", RetentionProperties.class);
    }
}
