package io.signalbox.faults.core.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The programs are no part of this module: their sources are what it knows of them before it runs them. */
class SpotTest {
    private static final Map<String, String> MODULES =
            Map.of("gateway", "api-gateway", "scheduler", "scheduler", "runner", "runner");

    @ParameterizedTest
    @EnumSource(CrashPoint.class)
    void programHasTheMethod(CrashPoint point) throws IOException {
        Spot spot = point.spot();
        String module = MODULES.getOrDefault(spot.program(), "none");
        Path source = Path.of("..", module, "src", "main", "java", spot.internalName() + ".java");

        assertThat(Files.readString(source)).containsPattern("\\b" + spot.method() + "\\([^)]*\\)[^;]*\\{");
    }
}
