package io.signalbox.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SettingsTest {
    private static final Map<String, String> LEAST =
            Map.of("signalbox.home", "/tmp/home", "signalbox.port", "8443", "signalbox.backlog", "10");

    @Test
    void leastSettingsAreEnough() {
        GatewaySettings settings = settings(Map.of());

        assertThat(settings.home()).isEqualTo(Path.of("/tmp/home"));
        assertThat(settings.url(1234)).isEqualTo(URI.create("https://localhost:1234"));
        assertThat(settings.file("url")).isEqualTo("url");
    }

    @Test
    void instanceAndPublicUrlAreTaken() {
        GatewaySettings settings =
                settings(Map.of("signalbox.instance", "gateway-1", "signalbox.public-url", "https://ci.example.org"));

        assertThat(settings.url(1234)).isEqualTo(URI.create("https://ci.example.org"));
        assertThat(settings.file("url")).isEqualTo("run/gateway-1.url");
    }

    @Test
    void environmentNamesTheMasterKeysFile() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of(
                                        "SIGNALBOX_MASTER_KEY_FILE", "/run/secrets/key",
                                        "SIGNALBOX_HOME", "/tmp/home",
                                        "SIGNALBOX_PORT", "8443",
                                        "SIGNALBOX_BACKLOG", "10")));
        GatewaySettings settings = Binder.get(environment).bindOrCreate("signalbox", GatewaySettings.class);

        assertThat(settings.masterKeyFile()).isEqualTo(Path.of("/run/secrets/key"));
    }

    @Test
    void wrongPortNamesPropertyAndValue() {
        assertThatThrownBy(() -> settings(Map.of("signalbox.port", "http")))
                .hasMessageContaining("signalbox.port")
                .hasStackTraceContaining("\"http\"");
    }

    @Test
    void certificateWithoutItsKeyIsRefused() {
        assertThatThrownBy(() -> bind("signalbox.tls", TlsSettings.class, Map.of("signalbox.tls.cert", "/c.pem")))
                .hasStackTraceContaining("signalbox.tls.cert and signalbox.tls.key go together")
                .hasStackTraceContaining("/c.pem");
    }

    private static GatewaySettings settings(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(LEAST);
        all.putAll(more);
        return bind("signalbox", GatewaySettings.class, all);
    }

    private static <T> T bind(String prefix, Class<T> type, Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, type);
    }
}
