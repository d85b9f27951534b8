package io.signalbox.runner.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.runner.config.setting.Setting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** With a number of slots that is always wrong, so that the refusal says which one counted. */
    private String refusal(String file, Map<String, String> environment, String... more) throws IOException {
        Path config = Files.writeString(folder.resolve("runner.properties"), file);
        String[] arguments = Arrays.copyOf(new String[] {"start", "--config", config.toString()}, 3 + more.length);
        System.arraycopy(more, 0, arguments, 3, more.length);
        err.reset();
        assertThat(RunnerMain.run(arguments, environment, System.out, new PrintStream(err, true, UTF_8)))
                .isEqualTo(2);
        return err.toString(UTF_8);
    }

    @Test
    void theFileIsOverruledByTheEnvironmentAndThatByTheCommandLine() throws IOException {
        String file = "url = https://x\nregistration-token = t\nslots = 101\n";
        var environment = Map.of("SIGNALBOX_RUNNER_SLOTS", "102");
        assertThat(refusal(file, Map.of())).contains("but was 101");
        assertThat(refusal(file, environment)).contains("but was 102");
        assertThat(refusal(file, environment, "--slots", "103")).contains("but was 103");
    }

    @Test
    void anUnknownSettingEndsTheStartWithItsName() throws IOException {
        assertThat(refusal("url = https://x\nslotz = 3\n", Map.of()))
                .contains("unknown settings: slotz")
                .hasLineCount(1);
    }

    @Test
    void aFileThatCannotBeReadEndsTheStart() {
        int status = RunnerMain.run(
                new String[] {"start"},
                Map.of("SIGNALBOX_RUNNER_CONFIG", "/no/such/file"),
                System.out,
                new PrintStream(err, true, UTF_8));
        assertThat(status).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("--config /no/such/file cannot be read");
    }

    @Test
    void wrongSizesAreTold() throws IOException {
        String file = "url = https://x\nregistration-token = t\n";
        assertThat(refusal(file + "spool-limit = much", Map.of()))
                .contains("--spool-limit must be a size such as 500MB or 2g, but was much");
        assertThat(refusal(file + "spool-limit = 5KB", Map.of())).contains("--spool-limit must be at least 1MB");
        assertThat(refusal(file + "metrics-port = 70000", Map.of())).contains("--metrics-port must be a port");
    }

    /** One table says all: option, variable, default. */
    @Test
    void theTableInTheDocsIsWhatCanBeSet() throws IOException {
        var documented = new TreeMap<String, String>();
        for (String line : Files.readAllLines(Path.of("../docs/runner.md"))) {
            List<String> cells = List.of(line.split("\\|", -1));
            if (line.startsWith("| `--") && cells.size() > 3) {
                String option = cells.get(1).strip().replaceAll("`(--[a-z-]+).*", "$1");
                documented.put(
                        option, "SIGNALBOX_RUNNER_" + cells.get(2).strip().replace("`", ""));
            }
        }
        var real = new TreeMap<String, String>();
        for (Setting setting : Setting.values()) {
            real.put(setting.option(), setting.variable());
        }
        assertThat(documented).isEqualTo(real);
    }
}
