package io.signalbox.faults.core.check;

import io.signalbox.faults.core.history.Answer;
import io.signalbox.faults.core.history.Entry;
import io.signalbox.faults.core.history.History;
import io.signalbox.faults.core.history.KnownRunner;
import io.signalbox.faults.core.history.Mark;
import io.signalbox.faults.core.history.Plan;
import io.signalbox.faults.core.history.ShownLog;
import io.signalbox.faults.core.history.ShownTask;
import io.signalbox.faults.core.history.Struck;
import io.signalbox.faults.core.history.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A history of five tasks in which all is well, to be doctored: "once" passes and was sent three times under one key, "twice" fails twice,
 * "stopped" is canceled, "moved" is lost on red and passes on blue, "gone" is lost with a gap in its log. Red has two slots, blue one and a gpu.
 */
record Story(List<Entry> entries) {
    private static final Plan.Script THREE_LINES = new Plan.Script(3, 4, 0);
    static final ShownLog.Proof COMPLETE = new ShownLog.Proof(true, true, 0, null);
    static final ShownLog.Proof GAP = new ShownLog.Proof(false, true, 1, null);

    static Story clean() {
        List<Entry> all = new ArrayList<>();
        all.add(new Struck("kill-runner", "red"));
        all.add(new KnownRunner("red", 2, List.of("linux")));
        all.add(new KnownRunner("blue", 1, List.of("linux", "gpu")));
        all.addAll(once());
        all.addAll(twice());
        all.addAll(stopped());
        all.addAll(moved());
        all.addAll(gone());
        return new Story(all);
    }

    List<String> violations() {
        return Checker.violations(new History(entries)).stream()
                .map(Violation::toString)
                .toList();
    }

    Story with(Entry... more) {
        return new Story(Stream.concat(entries.stream(), Stream.of(more)).toList());
    }

    <T extends Entry> Story without(Class<T> kind, Predicate<T> which) {
        return new Story(entries.stream()
                .filter(entry -> !(kind.isInstance(entry) && which.test(kind.cast(entry))))
                .toList());
    }

    <T extends Entry> Story changed(Class<T> kind, Predicate<T> which, UnaryOperator<T> change) {
        return new Story(entries.stream()
                .map(entry ->
                        kind.isInstance(entry) && which.test(kind.cast(entry)) ? change.apply(kind.cast(entry)) : entry)
                .toList());
    }

    /** The log of an attempt is this text. */
    Story logged(String attempt, String output, ShownLog.Proof proof) {
        return changed(ShownLog.class, log -> log.attempt().equals(attempt), _ -> new ShownLog(attempt, output, proof));
    }

    /** A task's state and the events of its timeline are others. */
    Story told(String task, String state, String... events) {
        return changed(
                ShownTask.class,
                shown -> shown.id().equals(task),
                it -> new ShownTask(
                        task, it.number(), it.retryOf(), state, it.finishedMicros(), it.attempts(), List.of(events)));
    }

    static String lines(String attempt, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int line = from; line <= to; line++) {
            text.append(THREE_LINES.line(attempt, line)).append('\n');
        }
        return text.toString();
    }

    static Mark mark(String attempt, String task, String runner, Mark.Step step, int number, long millis) {
        return new Mark(attempt, task, runner, step, number, millis * 1000);
    }

    private static List<Entry> once() {
        List<Entry> all = new ArrayList<>(List.of(
                new Plan(1, "key", List.of("linux"), THREE_LINES, new Plan.Allowance(1, 0, false)),
                new Answer(1, 0, null),
                new Answer(1, 201, "once"),
                new Answer(1, 200, "once"),
                task("once", 1, "passed", 2_000, attempt("a1", 1, "red", "passed", null, 0)),
                new ShownLog("a1", lines("a1", 1, 3), COMPLETE)));
        all.addAll(ran("a1", "once", "red", 1_000, 3));
        all.add(mark("a1", "once", "red", Mark.Step.ENDED, 0, 1_900));
        return all;
    }

    private static List<Entry> twice() {
        List<Entry> all = new ArrayList<>(List.of(
                new Plan(2, null, List.of("linux"), new Plan.Script(3, 4, 7), new Plan.Allowance(2, 0, false)),
                new Answer(2, 201, "twice"),
                task(
                        "twice",
                        2,
                        "failed",
                        4_000,
                        attempt("b1", 1, "red", "failed", "exit_code", 7),
                        attempt("b2", 2, "blue", "failed", "exit_code", 7)),
                new ShownLog("b1", lines("b1", 1, 3), COMPLETE),
                new ShownLog("b2", lines("b2", 1, 3), COMPLETE)));
        all.addAll(ran("b1", "twice", "red", 1_000, 3));
        all.add(mark("b1", "twice", "red", Mark.Step.ENDED, 7, 1_500));
        all.addAll(ran("b2", "twice", "blue", 3_000, 3));
        all.add(mark("b2", "twice", "blue", Mark.Step.ENDED, 7, 3_500));
        return all;
    }

    private static List<Entry> stopped() {
        List<Entry> all = new ArrayList<>(List.of(
                new Plan(3, null, List.of(), THREE_LINES, new Plan.Allowance(1, 0, false)),
                new Answer(3, 201, "stopped"),
                new Wish("stopped", 202),
                task("stopped", 3, "canceled", 6_000, attempt("c1", 1, "red", "canceled", "cancel_requested", null)),
                new ShownLog("c1", lines("c1", 1, 2), COMPLETE)));
        all.addAll(ran("c1", "stopped", "red", 5_000, 2));
        return all;
    }

    private static List<Entry> moved() {
        List<Entry> all = new ArrayList<>(List.of(
                new Plan(4, null, List.of("linux"), THREE_LINES, new Plan.Allowance(1, 1, false)),
                new Answer(4, 201, "moved"),
                task(
                        "moved",
                        4,
                        "passed",
                        9_000,
                        attempt("d1", 1, "red", "lost", "runner_lost", null),
                        attempt("d2", 2, "blue", "passed", null, 0)),
                new ShownLog("d1", lines("d1", 1, 1), COMPLETE),
                new ShownLog("d2", lines("d2", 1, 3), COMPLETE)));
        all.addAll(ran("d1", "moved", "red", 7_000, 1));
        all.addAll(ran("d2", "moved", "blue", 8_000, 3));
        all.add(mark("d2", "moved", "blue", Mark.Step.ENDED, 0, 8_900));
        return all;
    }

    private static List<Entry> gone() {
        List<Entry> all = new ArrayList<>(List.of(
                new Plan(5, null, List.of("gpu"), THREE_LINES, new Plan.Allowance(1, 0, false)),
                new Answer(5, 201, "gone"),
                task("gone", 5, "lost", 12_000, attempt("e1", 1, "blue", "lost", "runner_lost", null)),
                new ShownLog("e1", lines("e1", 1, 1) + "torn\n" + lines("e1", 3, 3), GAP)));
        all.addAll(ran("e1", "gone", "blue", 11_000, 3));
        return all;
    }

    private static List<Mark> ran(String attempt, String task, String runner, long millis, int lines) {
        List<Mark> marks = new ArrayList<>();
        marks.add(mark(attempt, task, runner, Mark.Step.STARTED, 0, millis));
        for (int line = 1; line <= lines; line++) {
            marks.add(mark(attempt, task, runner, Mark.Step.LINE, line, millis + 100L * line));
        }
        return marks;
    }

    static ShownTask.Attempt attempt(
            String id, int number, String runner, String state, @Nullable String reason, @Nullable Integer exitCode) {
        return new ShownTask.Attempt(id, number, runner, state, reason, exitCode);
    }

    private static ShownTask task(String id, int number, String state, long endMillis, ShownTask.Attempt... attempts) {
        return new ShownTask(
                id,
                number,
                null,
                state,
                endMillis * 1000,
                List.of(attempts),
                List.of("task.queued", "task.assigned", "task.running", "task." + state));
    }
}
