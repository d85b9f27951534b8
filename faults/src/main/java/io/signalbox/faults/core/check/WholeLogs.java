package io.signalbox.faults.core.check;

import io.signalbox.faults.core.history.History;
import io.signalbox.faults.core.history.Plan;
import io.signalbox.faults.core.history.ShownLog;
import io.signalbox.faults.core.history.ShownTask;
import io.signalbox.faults.core.history.Trace;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * I3: the log of an attempt that ended by itself is what it wrote, line by line; of one that was ended, the beginning of that. Where ranges
 * are stated as missing, what is there still stands in order.
 */
final class WholeLogs implements Check {

    @Override
    public Stream<String> wrongsIn(History history) {
        return history.tasks().stream()
                .flatMap(task -> history.plan(task.number()).stream()
                        .flatMap(plan -> task.attempts().stream()
                                .flatMap(attempt -> wrongs(history, plan, attempt)
                                        .map(wrong -> "log of attempt %s of task %s: %s"
                                                .formatted(attempt.id(), task.id(), wrong)))));
    }

    private static Stream<String> wrongs(History history, Plan plan, ShownTask.Attempt attempt) {
        Optional<Trace> trace = history.trace(attempt.id());
        Optional<ShownLog> log = history.log(attempt.id());
        if (log.isEmpty()) {
            return trace.filter(it -> it.exitCode() != null).map(_ -> "was not to be had").stream();
        }
        ShownLog.Proof proof = log.get().proof();
        if (proof.brokenAt() != null) {
            return Stream.of("its chain is broken at " + proof.brokenAt());
        }
        boolean ended = endedByItself(attempt);
        if (ended && !proof.complete() && proof.gaps() == 0) {
            return Stream.of("it is neither complete nor says what is missing: " + proof);
        }
        LogText text = new LogText(plan.script(), attempt.id(), log.get().output());
        return proof.gaps() > 0 ? text.disorder().stream() : text.difference(ended, writtenBy(trace)).stream();
    }

    private static boolean endedByItself(ShownTask.Attempt attempt) {
        return attempt.state().equals("passed") || "exit_code".equals(attempt.reason());
    }

    private static int writtenBy(Optional<Trace> trace) {
        return trace.map(Trace::lines).orElse(0);
    }
}
