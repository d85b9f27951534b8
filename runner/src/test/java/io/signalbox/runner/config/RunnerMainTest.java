package io.signalbox.runner.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunnerMainTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Map<String, String> environment, String... arguments) {
        return RunnerMain.run(arguments, environment, System.out, new PrintStream(err, true, UTF_8));
    }

    private void isRefused(String because, String... arguments) {
        assertThat(run(Map.of("SIGNALBOX_RUNNER_REGISTRATION_TOKEN", "t"), arguments))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains(because).hasLineCount(1);
        err.reset();
    }

    @Test
    void aWrongValueIsToldInOneLine() {
        isRefused("--url is missing", "start");
        isRefused("--url must be", "start", "--url", "http://example.org");
        isRefused("--url must not have a query", "start", "--url", "https://example.org/?a=b");
        isRefused("--slots must be 1 to 100, but was 101", "start", "--url", "https://x", "--slots", "101");
        isRefused("--slots must be a whole number, but was many", "start", "--url", "https://x", "--slots", "many");
        isRefused(
                "--disconnect-after-idle must be a time such as 90s, 10m or 1h, but was soon",
                "start",
                "--url",
                "https://x",
                "--disconnect-after-idle",
                "soon");
        isRefused("--ca must be a readable file", "start", "--url", "https://x", "--ca", "/no/such/file");
        isRefused(
                "--pre-job-hook must be a readable file", "start", "--url", "https://x", "--pre-job-hook", "/no/hook");
        isRefused("--keep-failed must be 0 to 1000, but was -1", "start", "--url", "https://x", "--keep-failed", "-1");
        isRefused("--docker-user must be numbers", "start", "--url", "https://x", "--docker-user", "root");
        isRefused("--docker-memory must be a size", "start", "--url", "https://x", "--docker-memory", "much");
        isRefused("--docker-cpus must not be negative", "start", "--url", "https://x", "--docker-cpus", "-1");
    }

    @Test
    void aCommandLineThatMeansNothingIsToldInOneLine() {
        isRefused("there is no option --unknown", "start", "--unknown");
        isRefused("there is no option --unknown", "start", "--unknown=3");
        isRefused("--slots is given twice", "start", "--slots", "1", "--slots=2");
        isRefused("--name has no value", "start", "--name");
        isRefused(
                "--disconnect-after-job must be true or false",
                "start",
                "--url",
                "https://x",
                "--disconnect-after-job=x");
        isRefused("Failed to begin: say what to do: start, status, check or unregister");
        isRefused("Failed to check: --url is missing", "check");
        isRefused("unregister, not begin", "begin");
        isRefused("unregister, not start now", "start", "now");
    }

    @Test
    void helpTellsCommandsAndOptions() {
        var out = new ByteArrayOutputStream();
        for (String asked : List.of("--help", "-h")) {
            out.reset();
            assertThat(RunnerMain.run(
                            new String[] {"start", asked}, Map.of(), new PrintStream(out, true, UTF_8), System.err))
                    .isZero();
            assertThat(out.toString(UTF_8))
                    .contains("  unregister   Says goodbye", "  --slots N  ", "SIGNALBOX_RUNNER_REGISTRATION_TOKEN");
        }
    }

    @Test
    void theEnvironmentSetsWhatTheCommandLineLeavesOut() {
        assertThat(run(
                        Map.of(
                                "SIGNALBOX_RUNNER_URL", "https://x",
                                "SIGNALBOX_RUNNER_REGISTRATION_TOKEN", "t",
                                "SIGNALBOX_RUNNER_SLOTS", "0"),
                        "start"))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("--slots must be 1 to 100, but was 0");
    }
}
