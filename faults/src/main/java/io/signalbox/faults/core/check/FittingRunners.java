package io.signalbox.faults.core.check;

import static java.util.stream.Collectors.toMap;

import io.signalbox.faults.core.history.History;
import io.signalbox.faults.core.history.KnownRunner;
import io.signalbox.faults.core.history.Plan;
import io.signalbox.faults.core.history.ShownTask;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** I5: a task runs where its tags are, by the word of the API and by that of the task. */
final class FittingRunners implements Check {

    @Override
    public Stream<String> wrongsIn(History history) {
        Map<String, List<String>> tags = history.all(KnownRunner.class).stream()
                .collect(toMap(KnownRunner::name, KnownRunner::tags, (_, last) -> last));
        return history.tasks().stream()
                .flatMap(task -> history.plan(task.number()).stream()
                        .flatMap(plan -> runnersOf(history, task)
                                .filter(runner ->
                                        !tags.getOrDefault(runner, List.of()).containsAll(plan.tags()))
                                .map(runner -> wrong(task, plan, runner))));
    }

    private static Stream<String> runnersOf(History history, ShownTask task) {
        return Stream.concat(
                        task.attempts().stream().map(ShownTask.Attempt::runner),
                        history.traces().stream()
                                .filter(trace -> trace.task().equals(task.id()))
                                .map(trace -> trace.runner()))
                .distinct();
    }

    private static String wrong(ShownTask task, Plan plan, String runner) {
        return "task " + task.id() + " wants " + plan.tags() + " and ran on " + runner;
    }
}
