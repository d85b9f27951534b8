package io.signalbox.scheduler.simulation;

import io.signalbox.scheduler.simulation.check.Checker;
import io.signalbox.scheduler.simulation.check.Violation;
import io.signalbox.scheduler.simulation.world.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * One run: the steps of a history, by default all that follow from its seed.
 *
 * @param fault what is planted
 * @param kinds which kinds of rare trouble may come, one in each bit: what one of them hides shows where it is not
 * @param steps a seed for each
 */
public record Run(Fault fault, long kinds, List<Long> steps) {
    private static final int STEPS = 2_000;

    public Run {
        steps = List.copyOf(steps);
    }

    /** The run of this seed. */
    public static Run of(long seed, Fault fault) {
        SplittableRandom random = new SplittableRandom(seed);
        return new Run(fault, random.nextLong(), random.longs(STEPS).boxed().toList());
    }

    /** Runs it. */
    public Outcome outcome() {
        return outcome(_ -> {});
    }

    /** Runs it, and tells what happens in it. */
    public List<String> story() {
        List<String> story = new ArrayList<>();
        outcome(line -> story.add(line.get())).violation().ifPresent(it -> story.add(String.valueOf(it.getMessage())));
        return story;
    }

    /** The shortest run that a search finds which violates the same: it takes out ever smaller parts for as long as that helps. */
    public Run shrunk() {
        Optional<Violation> sought = outcome().violation();
        return sought.isEmpty() ? this : shrunk(sought.get().rule());
    }

    /**
     * What became of it.
     *
     * @param violation what did not hold, if anything
     * @param checker what it saw
     * @param end everything that became of the tasks, as text
     */
    public record Outcome(Optional<Violation> violation, Checker checker, String end) {}

    private Outcome outcome(Consumer<Supplier<String>> story) {
        History history = new History(fault, kinds, story);
        try {
            history.run(steps.stream().mapToLong(Long::longValue).toArray());
            return new Outcome(Optional.empty(), history.checker(), history.outcome());
        } catch (Violation violation) {
            return new Outcome(Optional.of(violation), history.checker(), history.outcome());
        }
    }

    private Run shrunk(String rule) {
        Run best = this;
        for (int size = steps.size() / 2; size > 0; size /= 2) {
            int from = 0;
            while (from < best.steps.size()) {
                Run shorter = best.without(from, size);
                if (shorter.outcome()
                        .violation()
                        .filter(it -> it.rule().equals(rule))
                        .isPresent()) {
                    best = shorter;
                } else {
                    from += size;
                }
            }
        }
        return best;
    }

    private Run without(int from, int size) {
        List<Long> rest = IntStream.range(0, steps.size())
                .filter(index -> index < from || index >= from + size)
                .mapToObj(steps::get)
                .toList();
        return new Run(fault, kinds, rest);
    }
}
