package io.signalbox.faults.core.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt wrote down about itself, in one.
 *
 * @param attempt the attempt
 * @param task whose
 * @param runner where
 * @param starts how often it began
 * @param lines the last line that it had written
 * @param exitCode of its end; null where it was ended, or runs
 * @param from micros of its first mark
 * @param until micros of its last mark: so long it ran, at least
 */
public record Trace(
        String attempt,
        String task,
        String runner,
        int starts,
        int lines,
        @Nullable Integer exitCode,
        long from,
        long until) {

    static Trace of(List<Mark> marks) {
        Mark any = marks.getFirst();
        return new Trace(
                any.attempt(),
                any.task(),
                any.runner(),
                (int) marks.stream()
                        .filter(mark -> mark.step() == Mark.Step.STARTED)
                        .count(),
                marks.stream()
                        .filter(mark -> mark.step() == Mark.Step.LINE)
                        .mapToInt(Mark::number)
                        .max()
                        .orElse(0),
                marks.stream()
                        .filter(mark -> mark.step() == Mark.Step.ENDED)
                        .map(Mark::number)
                        .findFirst()
                        .orElse(null),
                marks.stream().mapToLong(Mark::micros).min().orElseThrow(),
                marks.stream().mapToLong(Mark::micros).max().orElseThrow());
    }

    /** Whether both ran at some moment. */
    public boolean overlaps(Trace other) {
        return from < other.until && other.from < until;
    }
}
