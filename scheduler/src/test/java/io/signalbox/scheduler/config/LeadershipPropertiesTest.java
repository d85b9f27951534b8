package io.signalbox.scheduler.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.scheduler.loop.leadership.LeadershipTimes;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LeadershipPropertiesTest {

    @Test
    void defaultsAreThoseOfTheRule() {
        assertThat(bound(Map.of()).times()).isEqualTo(LeadershipTimes.DEFAULT);
    }

    @Test
    void wrongValueIsNamedWithItsProperty() {
        assertThatThrownBy(() -> bound(Map.of("signalbox.scheduler.leadership.commit-within", "1s")))
                .hasStackTraceContaining(
                        "signalbox.scheduler.leadership.commit-within must be longer than renew-every, but is PT1S");
    }

    private static LeadershipProperties bound(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("signalbox.scheduler.leadership", LeadershipProperties.class);
    }
}
