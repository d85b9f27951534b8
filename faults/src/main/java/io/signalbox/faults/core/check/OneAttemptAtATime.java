package io.signalbox.faults.core.check;

import static java.util.stream.Collectors.groupingBy;

import io.signalbox.faults.core.history.History;
import io.signalbox.faults.core.history.ShownTask;
import io.signalbox.faults.core.history.Trace;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * I2: an attempt runs once, never beside another one of its task, and its task knows of it; what is told of its end is what it did. Attempts
 * that were killed wrote no end: they are taken to have ended with their last mark.
 */
final class OneAttemptAtATime implements Check {

    @Override
    public Stream<String> wrongsIn(History history) {
        return Stream.of(repeated(history), overlapping(history), unlisted(history), invented(history))
                .flatMap(wrongs -> wrongs);
    }

    private static Stream<String> repeated(History history) {
        return history.traces().stream()
                .filter(trace -> trace.starts() > 1)
                .map(trace -> name(trace) + " began " + trace.starts() + " times");
    }

    private static Stream<String> overlapping(History history) {
        return history.traces().stream().collect(groupingBy(Trace::task)).values().stream()
                .flatMap(OneAttemptAtATime::overlapping);
    }

    private static Stream<String> overlapping(List<Trace> attempts) {
        List<Trace> sorted =
                attempts.stream().sorted(Comparator.comparingLong(Trace::from)).toList();
        return IntStream.range(1, sorted.size())
                .filter(i -> sorted.get(i).overlaps(sorted.get(i - 1)))
                .mapToObj(i -> "%s on %s ran beside %s on %s for %d ms"
                        .formatted(
                                name(sorted.get(i)),
                                sorted.get(i).runner(),
                                name(sorted.get(i - 1)),
                                sorted.get(i - 1).runner(),
                                (sorted.get(i - 1).until() - sorted.get(i).from()) / 1000));
    }

    private static Stream<String> unlisted(History history) {
        return history.traces().stream()
                .filter(trace -> history.task(trace.task())
                        .filter(task -> task.attempts().stream()
                                .noneMatch(attempt -> attempt.id().equals(trace.attempt())))
                        .isPresent())
                .map(trace -> name(trace) + " has run, and its task does not show it");
    }

    private static Stream<String> invented(History history) {
        return history.tasks().stream()
                .flatMap(task -> task.attempts().stream()
                        .filter(attempt -> isByItsOwnEnd(attempt) && !didSo(history, attempt))
                        .map(attempt -> "attempt %s of task %s is told to have %s with %s, and wrote %s down"
                                .formatted(
                                        attempt.id(),
                                        task.id(),
                                        attempt.state(),
                                        attempt.exitCode(),
                                        history.trace(attempt.id()))));
    }

    private static boolean isByItsOwnEnd(ShownTask.Attempt attempt) {
        return attempt.state().equals("passed")
                || (attempt.state().equals("failed") && Objects.equals(attempt.reason(), "exit_code"));
    }

    private static boolean didSo(History history, ShownTask.Attempt attempt) {
        int told = attempt.state().equals("passed") ? 0 : Objects.requireNonNullElse(attempt.exitCode(), -1);
        return history.trace(attempt.id())
                .filter(trace -> Objects.equals(trace.exitCode(), told))
                .isPresent();
    }

    private static String name(Trace trace) {
        return "attempt " + trace.attempt() + " of task " + trace.task();
    }
}
