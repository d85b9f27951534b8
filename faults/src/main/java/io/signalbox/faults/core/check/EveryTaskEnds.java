package io.signalbox.faults.core.check;

import io.signalbox.faults.core.history.Answer;
import io.signalbox.faults.core.history.History;
import io.signalbox.faults.core.history.ShownTask;
import io.signalbox.faults.core.history.Trace;
import java.util.Objects;
import java.util.stream.Stream;

/** I1: what was accepted is there afterwards, and has ended; so has what was stored though nobody heard of it. */
final class EveryTaskEnds implements Check {

    @Override
    public Stream<String> wrongsIn(History history) {
        return Stream.of(unknown(history), unended(history), ghosts(history)).flatMap(wrongs -> wrongs);
    }

    private static Stream<String> unknown(History history) {
        return history.all(Answer.class).stream()
                .filter(Answer::accepted)
                .map(answer -> Objects.requireNonNullElse(answer.task(), "without id"))
                .distinct()
                .filter(task -> history.task(task).isEmpty())
                .map(task -> "task " + task + " was accepted, and is not known afterwards");
    }

    private static Stream<String> unended(History history) {
        return history.tasks().stream()
                .filter(task -> !task.ended())
                .map(task -> "task " + task.id() + " has not ended: it is " + task.state() + ", " + attempts(task));
    }

    private static Stream<String> ghosts(History history) {
        return history.traces().stream()
                .map(Trace::task)
                .distinct()
                .filter(task -> history.task(task).isEmpty())
                .map(task -> "task " + task + " has run, and is not known afterwards");
    }

    private static String attempts(ShownTask task) {
        return task.attempts().size() + " attempts";
    }
}
