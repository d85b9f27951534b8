package io.signalbox.faults.core.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.signalbox.faults.core.history.Answer;
import io.signalbox.faults.core.history.History;
import io.signalbox.faults.core.history.Plan;
import io.signalbox.faults.core.history.ShownTask;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** I7: a submission with a key is one task, whatever was answered and however often it was sent; two submissions never share one. */
final class OneTaskForAKey implements Check {

    @Override
    public Stream<String> wrongsIn(History history) {
        return Stream.concat(doubled(history), shared(history));
    }

    private static Stream<String> doubled(History history) {
        Map<Integer, Set<String>> stored = history.tasks().stream()
                .filter(task -> task.retryOf() == null)
                .collect(groupingBy(ShownTask::number, mapping(ShownTask::id, toSet())));
        Map<Integer, Set<String>> answered =
                accepted(history).collect(groupingBy(Answer::number, mapping(Answer::task, toSet())));
        return history.all(Plan.class).stream()
                .filter(plan -> plan.key() != null)
                .flatMap(plan -> {
                    Set<String> tasks = new TreeSet<>(stored.getOrDefault(plan.number(), Set.of()));
                    tasks.addAll(answered.getOrDefault(plan.number(), Set.of()));
                    return tasks.size() > 1
                            ? Stream.of("key " + plan.key() + " is " + tasks.size() + " tasks: " + tasks)
                            : Stream.empty();
                });
    }

    private static Stream<String> shared(History history) {
        return accepted(history).collect(groupingBy(Answer::task, mapping(Answer::number, toSet()))).entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(each -> "task " + each.getKey() + " is the answer to submissions " + each.getValue());
    }

    private static Stream<Answer> accepted(History history) {
        return history.all(Answer.class).stream().filter(answer -> answer.accepted() && answer.task() != null);
    }
}
