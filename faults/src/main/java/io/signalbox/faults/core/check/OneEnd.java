package io.signalbox.faults.core.check;

import io.signalbox.faults.core.history.History;
import io.signalbox.faults.core.history.Plan;
import io.signalbox.faults.core.history.ShownTask;
import io.signalbox.faults.core.history.Struck;
import io.signalbox.faults.core.history.Wish;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * I4: one end, which stays, which nothing follows, and which the task's user, its script or a loss explains. A loss needs a fault, and what
 * a runner left behind with its goodbye had begun.
 */
final class OneEnd implements Check {
    private static final Set<String> TRIED = Set.of("failed", "timed_out");
    private static final String GOODBYE = "runner_disconnected";
    private static final int ACCEPTED = 202;
    /** What lies between the end's stamp, by the store's clock, and the first mark of a task, by the machine's. */
    private static final long SLACK_MICROS = 2_000_000;

    @Override
    public Stream<String> wrongsIn(History history) {
        return history.tasks().stream()
                .filter(ShownTask::ended)
                .flatMap(task -> wrongs(history, task).map(wrong -> "task " + task.id() + " " + wrong));
    }

    private static Stream<String> wrongs(History history, ShownTask task) {
        return Stream.of(
                        told(task),
                        changed(history, task),
                        followed(history, task),
                        unexplained(history, task),
                        overdone(history, task),
                        uncaused(history, task),
                        unbegun(history, task))
                .flatMap(Optional::stream);
    }

    private static Optional<String> told(ShownTask task) {
        List<String> states = task.events().stream()
                .filter(type -> type.startsWith("task."))
                .map(type -> type.substring("task.".length()))
                .toList();
        List<String> ends = states.stream().filter(ShownTask::isEnd).toList();
        boolean once = ends.equals(List.of(task.state())) && states.getLast().equals(task.state());
        return once ? Optional.empty() : Optional.of("is " + task.state() + ", and its timeline tells " + states);
    }

    private static Optional<String> changed(History history, ShownTask task) {
        return history.readings(task.id()).stream()
                .filter(earlier -> earlier.ended()
                        && !(earlier.state().equals(task.state())
                                && earlier.attempts().equals(task.attempts())))
                .findFirst()
                .map(earlier -> "was " + earlier.state() + " with " + earlier.attempts() + ", and later " + task.state()
                        + " with " + task.attempts());
    }

    private static Optional<String> followed(History history, ShownTask task) {
        Long end = task.finishedMicros();
        return history.traces().stream()
                .filter(trace -> trace.task().equals(task.id()))
                .filter(trace -> end != null && trace.from() > end + SLACK_MICROS)
                .findFirst()
                .map(trace -> "had ended when attempt " + trace.attempt() + " began");
    }

    private static Optional<String> unexplained(History history, ShownTask task) {
        return history.plan(task.number())
                .filter(plan -> !isExplained(history, plan, task))
                .map(plan -> "ended as " + task.state() + ", which nothing explains: " + task.attempts());
    }

    private static boolean isExplained(History history, Plan plan, ShownTask task) {
        boolean canceled = history.all(Wish.class).stream()
                .anyMatch(wish -> wish.task().equals(task.id()) && wish.status() == ACCEPTED);
        return switch (task.state()) {
            case "passed" -> plan.script().exitCode() == 0;
            case "failed" -> plan.script().exitCode() != 0 || endedBesides(task);
            case "canceled" -> history.wished(task.id());
            case "timed_out" -> plan.allowance().timesOut();
            default -> !canceled;
        };
    }

    /** By something that the attempt itself cannot know of, and which is told. */
    private static boolean endedBesides(ShownTask task) {
        String reason =
                task.attempts().isEmpty() ? null : task.attempts().getLast().reason();
        return reason != null && !reason.equals("exit_code");
    }

    private static Optional<String> overdone(History history, ShownTask task) {
        long tries = count(task, TRIED);
        long losses = count(task, Set.of("lost"));
        return history.plan(task.number())
                .filter(plan -> tries > plan.allowance().tries()
                        || losses > plan.allowance().requeues() + 1)
                .map(plan ->
                        "was tried " + tries + " times and lost " + losses + " times, allowed is " + plan.allowance());
    }

    private static Optional<String> uncaused(History history, ShownTask task) {
        return count(task, Set.of("lost")) > 0 && history.all(Struck.class).isEmpty()
                ? Optional.of("lost an attempt though nothing was broken: " + task.attempts())
                : Optional.empty();
    }

    /** A runner that says goodbye has said before what it did not begin: that is taken back (C1). */
    private static Optional<String> unbegun(History history, ShownTask task) {
        return task.attempts().stream()
                .filter(attempt -> attempt.state().equals("lost") && GOODBYE.equals(attempt.reason()))
                .filter(attempt -> history.trace(attempt.id()).isEmpty())
                .findFirst()
                .map(attempt -> "lost attempt " + attempt.id() + ", which had never begun, by the goodbye of "
                        + attempt.runner());
    }

    private static long count(ShownTask task, Set<String> states) {
        return task.attempts().stream()
                .filter(attempt -> states.contains(attempt.state()))
                .count();
    }
}
