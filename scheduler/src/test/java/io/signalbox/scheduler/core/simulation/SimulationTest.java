package io.signalbox.scheduler.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.signalbox.scheduler.core.simulation.Checker.Violation;
import java.util.EnumSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final int RUNS = Integer.getInteger("simulation.runs", 300);

    @Test
    void everyHistoryKeepsTheInvariants() {
        LongStream.range(0, RUNS)
                .forEach(seed -> assertThatCode(() -> new Simulation(seed, Fault.NONE).run())
                        .as("seed %d", seed)
                        .doesNotThrowAnyException());
    }

    @Test
    void everyPlantedFaultIsFound() {
        assertThat(EnumSet.complementOf(EnumSet.of(Fault.NONE)))
                .allMatch(fault -> LongStream.range(0, 2_000).anyMatch(seed -> violates(seed, fault)));
    }

    @Test
    void seedReplaysExactly() {
        assertThat(history(21)).isEqualTo(history(21)).isNotEqualTo(history(22));
    }

    private static String history(long seed) {
        Simulation simulation = new Simulation(seed, Fault.NONE);
        simulation.run();
        return simulation.outcome();
    }

    private static boolean violates(long seed, Fault fault) {
        try {
            new Simulation(seed, fault).run();
            return false;
        } catch (Violation found) {
            return true;
        }
    }
}
