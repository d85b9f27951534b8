package io.signalbox.scheduler.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulateTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Simulate simulate = new Simulate(new PrintStream(bytes, true, StandardCharsets.UTF_8));

    private String output() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void lastLineCountsRunsAndViolations() {
        assertThat(simulate.run(List.of("--runs", "3", "--seed", "7"))).isZero();
        assertThat(output()).startsWith("While faults went on: ").endsWith("\n3 runs, 0 violations\n");
    }

    @Test
    void violationIsShownAsAShortHistory() {
        assertThat(simulate.run(List.of("--runs", "1", "--seed", "0", "--plant", "repeat-is-another-task")))
                .isEqualTo(1);
        assertThat(output()).contains("seed 0 violates", "I7: ").endsWith("1 runs, 1 violations\n");
    }

    @Test
    void everyFaultIsListedWithItsRule() {
        assertThat(simulate.run(List.of("--list-faults"))).isZero();
        assertThat(output().lines()).hasSize(Fault.values().length - 1);
        assertThat(output())
                .contains(Arrays.stream(Fault.values())
                        .filter(fault -> fault != Fault.NONE)
                        .map(Simulate::name)
                        .toArray(String[]::new));
    }
}
