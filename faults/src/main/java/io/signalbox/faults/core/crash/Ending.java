package io.signalbox.faults.core.crash;

import io.signalbox.faults.core.history.History;
import io.signalbox.faults.core.history.ShownTask;
import io.signalbox.faults.core.history.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the one task of a crash has to end, beside what holds for every task. */
public enum Ending {
    PASSED("passed, ran once", "passed", null, 1),
    /** The runner had entered it into its journal, and knows no more. */
    LOST_UNBEGUN("lost (`runner_restarted`), wrote nothing", "lost", "runner_restarted", 0),
    LOST_BEGUN("lost (`runner_restarted`), ran once", "lost", "runner_restarted", 1);

    private final String words;
    private final String state;
    private final @Nullable String reason;
    private final int runs;

    Ending(String words, String state, @Nullable String reason, int runs) {
        this.words = words;
        this.state = state;
        this.reason = reason;
        this.runs = runs;
    }

    /** What ended otherwise; one line for each. */
    public Stream<String> wrongsIn(History history) {
        List<ShownTask> tasks = history.tasks();
        return tasks.size() == 1
                ? Stream.of(state(tasks.getFirst()), runs(history), events(tasks.getFirst()))
                        .flatMap(wrongs -> wrongs)
                : Stream.of("there are " + tasks.size() + " tasks instead of one");
    }

    private Stream<String> state(ShownTask task) {
        @Nullable
        String shown =
                task.attempts().isEmpty() ? null : task.attempts().getLast().reason();
        return task.state().equals(state) && Objects.equals(shown, reason)
                ? Stream.empty()
                : Stream.of("task %s is %s with %s instead of %s".formatted(task.id(), task.state(), shown, words));
    }

    private Stream<String> runs(History history) {
        int begun = history.traces().stream().mapToInt(Trace::starts).sum();
        return begun == runs ? Stream.empty() : Stream.of("it ran " + begun + " times instead of " + runs);
    }

    private static Stream<String> events(ShownTask task) {
        List<String> told = withoutTakenBack(task.events());
        return Set.copyOf(told).size() == told.size() || task.attempts().size() > 1
                ? Stream.empty()
                : Stream.of("its timeline tells something twice: " + task.events());
    }

    /** What a runner was given and never claimed is taken back, and the task is queued once more (C1). */
    private static List<String> withoutTakenBack(List<String> events) {
        List<String> told = new ArrayList<>();
        for (String event : events) {
            if (event.equals("task.queued") && !told.isEmpty() && told.getLast().equals("task.assigned")) {
                told.removeLast();
            } else {
                told.add(event);
            }
        }
        return told;
    }

    @Override
    public String toString() {
        return words;
    }
}
