package io.signalbox.scheduler.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.task.Transitions;
import io.signalbox.scheduler.simulation.check.Checker.Step;
import io.signalbox.scheduler.simulation.check.Tally;
import java.util.EnumMap;
import java.util.List;
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
    /** Postponed and released: a matter of hours; {@code TransitionsTest} walks both. */
    private static final Set<Step> SELDOM = Set.of(new Step(TaskState.QUEUED, TaskState.QUEUED));
    /** What must happen in them. */
    private static final List<String> SEEN = List.of(
            "start",
            "take-over",
            "withdrawal",
            "stop",
            "late result",
            "time-out",
            "loss (runner_lost)",
            "loss (runner_restarted)",
            "loss (runner_disconnected)",
            "loss (runner_restarted, reported)",
            "end as passed",
            "end as failed",
            "end as canceled");
    /** The seed that found each planted fault. */
    private static final Map<Fault, Long> FOUND = new EnumMap<>(Map.ofEntries(
            Map.entry(Fault.GIVEN_WITHOUT_CLAIM, 1L),
            Map.entry(Fault.GIVEN_WITHOUT_READING, 3L),
            Map.entry(Fault.CLAIM_KEEPS_ITS_NUMBER, 22L),
            Map.entry(Fault.WITHDRAWAL_WITHOUT_INSERT, 4L),
            Map.entry(Fault.WITHDRAWAL_OVER_ANY_CLAIM, 4L),
            Map.entry(Fault.GOODBYE_WITHOUT_LAST_WORD, 7L),
            Map.entry(Fault.BEGUN_TWICE, 2L),
            Map.entry(Fault.IDLE_WORD_OF_NO_SYNC, 8L),
            Map.entry(Fault.BEAT_COUNTS_UNSTORED, 1L),
            Map.entry(Fault.LOSS_WITHOUT_LAST_READING, 58L),
            Map.entry(Fault.NO_GUARD, 88L),
            Map.entry(Fault.LOSS_FORGOTTEN, 458L),
            Map.entry(Fault.OFFICIAL_TAKEN_FOR_OURS, 1199L),
            Map.entry(Fault.RETURN_IS_STOPPED, 1L),
            Map.entry(Fault.RESULT_OF_ANY_ATTEMPT, 11L),
            Map.entry(Fault.CANCEL_LOST, 74L),
            Map.entry(Fault.STOP_NEVER_CONFIRMED, 1L),
            Map.entry(Fault.EPOCH_GIVEN_TWICE, 2L),
            Map.entry(Fault.NO_VERSION_RAISED, 839L),
            Map.entry(Fault.LOWER_EPOCH_HEARD, 103L),
            Map.entry(Fault.MISS_TAKEN_AS_APPLIED, 307L),
            Map.entry(Fault.UNKNOWN_TAKEN_AS_APPLIED, 76L),
            Map.entry(Fault.REPORTS_LOST, 2L),
            Map.entry(Fault.APPLIED_TAKEN_AS_LATE, 1L),
            Map.entry(Fault.START_REMOVED_EARLY, 7L),
            Map.entry(Fault.EVENTS_NOT_LOOKED_UP, 0L),
            Map.entry(Fault.OUTBOX_CLEARED_WHOLE, 2L),
            Map.entry(Fault.OUTBOX_CLEARED_FIRST, 3L),
            Map.entry(Fault.HOSTS_CLOCK_TRUSTED, 4L),
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
        Run run = Run.of(FOUND.getOrDefault(Fault.START_REMOVED_EARLY, 2L), Fault.START_REMOVED_EARLY);
        Run shrunk = run.shrunk();

        assertThat(shrunk.steps().size()).isLessThan(run.steps().size() / 4);
        assertThat(shrunk.outcome().violation().orElseThrow().rule())
                .isEqualTo(run.outcome().violation().orElseThrow().rule());
        assertThat(shrunk.story()).isEqualTo(shrunk.story());
    }

    /** A history in which nothing happens violates nothing: what is to be proved must happen while faults go on. */
    @Test
    void historiesDoWhatTheyAreToProve() {
        Tally seen = LongStream.range(0, 300)
                .parallel()
                .mapToObj(seed -> Run.of(seed, Fault.NONE).outcome().checker().tally())
                .reduce(Tally.NONE, Tally::plus);

        assertThat(SEEN).allSatisfy(what -> assertThat(seen.of(what)).as(what).isGreaterThanOrEqualTo(5));
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
