package io.signalbox.backbone.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

class OneLineFailureTest {
    @Test
    void reasonIsOneLine() {
        FailureAnalysis analysis = new FailureAnalysis(
                "Failed to bind properties:\n\n    Property: signalbox.port\n    Value: \"x\"\n",
                "Use another",
                new IllegalStateException());

        assertThat(OneLineFailure.line(analysis))
                .isEqualTo("Failed to bind properties: Property: signalbox.port Value: \"x\"");
    }

    @Test
    void isRegisteredWithSpringBoot() throws IOException {
        try (InputStream file = OneLineFailure.class.getResourceAsStream("/META-INF/spring.factories")) {
            Properties factories = new Properties();
            factories.load(file);

            assertThat(factories)
                    .containsEntry(FailureAnalysisReporter.class.getName(), OneLineFailure.class.getName());
        }
    }
}
