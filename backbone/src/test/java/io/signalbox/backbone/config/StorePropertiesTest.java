package io.signalbox.backbone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StorePropertiesTest {
    @Test
    void connectionStringIsTaken() {
        assertThat(bound(Map.of("signalbox.mongodb-uri", "mongodb://store:1234"))
                        .mongodbUri())
                .isEqualTo("mongodb://store:1234");
    }

    @Test
    void wrongConnectionStringNamesPropertyAndValue() {
        assertThatThrownBy(() -> bound(Map.of("signalbox.mongodb-uri", "http://store")))
                .hasRootCauseInstanceOf(IllegalArgumentException.class)
                .hasStackTraceContaining("signalbox.mongodb-uri is 'http://store'");
    }

    @Test
    void passwordIsNotSaid() {
        assertThatThrownBy(() -> bound(Map.of("signalbox.mongodb-uri", "http://me:secret@store")))
                .hasRootCauseMessage("signalbox.mongodb-uri is 'http://…@store': The connection string is invalid."
                        + " Connection strings must start with either 'mongodb://' or 'mongodb+srv://");
    }

    @Test
    void missingConnectionStringNamesTheVariable() {
        assertThatThrownBy(() -> bound(Map.of())).hasStackTraceContaining("SIGNALBOX_MONGODB_URI");
    }

    private static StoreProperties bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("signalbox", StoreProperties.class);
    }
}
