package io.signalbox.scheduler.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.task.Transitions;
import io.signalbox.scheduler.simulation.check.Checker.Step;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code -Dsimulation.runs} says how many histories there are. */
class SimulationTest {
    private static final int RUNS = Integer.getInteger("simulation.runs", 1_000);
    private static final int FRESH = 50;
    /** Postponed and released: official agents are not simulated; {@code TransitionsTest} walks both. */
    private static final Set<Step> SELDOM = Set.of(new Step(TaskState.QUEUED, TaskState.QUEUED));
    /** The seed that found each planted fault. */
    private static final Map<Fault, Long> FOUND = new EnumMap<>(Map.ofEntries(
            Map.entry(Fault.GIVEN_WITHOUT_CLAIM, 0L),
            Map.entry(Fault.GIVEN_WITHOUT_READING, 0L),
            Map.entry(Fault.WITHDRAWAL_WITHOUT_INSERT, 1L),
            Map.entry(Fault.WITHDRAWAL_OVER_ANY_CLAIM, 9L),
            Map.entry(Fault.BEGUN_TWICE, 5L),
            Map.entry(Fault.IDLE_WORD_OF_NO_SYNC, 73L),
            Map.entry(Fault.LOSS_WITHOUT_LAST_READING, 353L),
            Map.entry(Fault.OFFICIAL_TAKEN_FOR_OURS, 844L),
            Map.entry(Fault.CANCEL_LOST, 31L),
            Map.entry(Fault.STOP_NEVER_CONFIRMED, 1L),
            Map.entry(Fault.EPOCH_GIVEN_TWICE, 11L),
            Map.entry(Fault.NO_VERSION_RAISED, 1928L),
            Map.entry(Fault.LOWER_EPOCH_HEARD, 117L),
            Map.entry(Fault.MISS_TAKEN_AS_APPLIED, 535L),
            Map.entry(Fault.REPORTS_LOST, 1L),
            Map.entry(Fault.START_REMOVED_EARLY, 0L),
            Map.entry(Fault.EVENTS_NOT_LOOKED_UP, 5L),
            Map.entry(Fault.OUTBOX_CLEARED_WHOLE, 10L),
            Map.entry(Fault.OUTBOX_CLEARED_FIRST, 22L),
            Map.entry(Fault.REPEAT_IS_ANOTHER_TASK, 0L)));

    @Test
    void everyHistoryKeepsTheInvariants() {
        assertThat(LongStream.range(0, RUNS).parallel().filter(seed -> violates(seed, Fault.NONE)))
                .isEmpty();
    }

    @Test
    void freshHistoriesKeepThemToo() {
        long first = System.nanoTime() & Integer.MAX_VALUE;

        assertThat(LongStream.range(first, first + FRESH).parallel().filter(seed -> violates(seed, Fault.NONE)))
                .as("seeds from %d on", first)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void plantedFaultIsFoundByItsSeed(Fault fault) {
        assertThat(FOUND).containsKey(fault);
        assertThat(violates(FOUND.getOrDefault(fault, 0L), fault)).isTrue();
    }

    @Test
    void seedReplaysExactly() {
        assertThat(end(21)).isEqualTo(end(21)).isNotEqualTo(end(22));
    }

    @Test
    void shrunkHistoryIsShorterAndViolatesTheSame() {
        Run run = Run.of(FOUND.getOrDefault(Fault.START_REMOVED_EARLY, 0L), Fault.START_REMOVED_EARLY);
        Run shrunk = run.shrunk();

        assertThat(shrunk.steps().size()).isLessThan(run.steps().size() / 4);
        assertThat(shrunk.outcome().violation().orElseThrow().rule())
                .isEqualTo(run.outcome().violation().orElseThrow().rule());
        assertThat(shrunk.story()).isEqualTo(shrunk.story());
    }

    @Test
    void exactlyTheTablesChangesOfStateAreVisited() {
        Set<Step> visited = LongStream.range(0, 300)
                .parallel()
                .mapToObj(seed -> Run.of(seed, Fault.NONE).outcome().checker().visited())
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        Set<Step> legal = Transitions.table().stream().map(Step::of).collect(Collectors.toSet());

        assertThat(legal).containsAll(visited);
        visited.addAll(SELDOM);
        assertThat(visited).isEqualTo(legal);
    }

    private static boolean violates(long seed, Fault fault) {
        return Run.of(seed, fault).outcome().violation().isPresent();
    }

    private static String end(long seed) {
        return Run.of(seed, Fault.NONE).outcome().end();
    }
}
