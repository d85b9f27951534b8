package io.signalbox.faults.config;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.signalbox.faults.core.check.Violation;
import io.signalbox.faults.core.history.History;
import io.signalbox.faults.core.history.ShownLog;
import io.signalbox.faults.core.history.ShownTask;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of a run.
 *
 * @param history everything that was written down
 * @param troubles faults that could not be done
 * @param violations what did not hold
 * @param took how long, from the first submission to the verdict
 */
record Outcome(History history, List<String> troubles, List<Violation> violations, Duration took) {

    /** How many of what there were, so that a run in which nothing happened is not taken for a good one. */
    String summary() {
        List<ShownTask> tasks = history.tasks();
        Map<String, Long> states = tasks.stream().collect(groupingBy(ShownTask::state, TreeMap::new, counting()));
        long gaps = history.all(ShownLog.class).stream()
                .filter(log -> log.proof().gaps() > 0)
                .count();
        long lost = tasks.stream()
                .flatMap(task -> task.attempts().stream())
                .filter(attempt -> attempt.state().equals("lost"))
                .count();
        return "%d tasks (%s), %d attempts begun, %d lost, %d logs with gaps, %d s"
                .formatted(
                        tasks.size(),
                        states.entrySet().stream()
                                .map(each -> each.getValue() + " " + each.getKey())
                                .collect(Collectors.joining(", ")),
                        history.traces().size(),
                        lost,
                        gaps,
                        took.toSeconds());
    }
}
