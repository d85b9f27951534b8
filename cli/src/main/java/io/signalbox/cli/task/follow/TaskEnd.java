package io.signalbox.cli.task.follow;

import io.signalbox.cli.api.Doc;
import io.signalbox.cli.failure.ExitCode;
import io.signalbox.model.task.TaskState;
import java.util.Optional;
import java.util.stream.Stream;

/** What the end of a task means for whoever waits for it. */
public final class TaskEnd {
    private static final int MOST = 255;

    private TaskEnd() {}

    /** The state of a task; empty where this program does not know it. */
    public static Optional<TaskState> stateOf(Doc task) {
        return Stream.of(TaskState.values())
                .filter(state -> state.wire().equals(task.text("state")))
                .findFirst();
    }

    /** Whether nothing can follow. A state that is not known here is taken for an end, so that nobody waits for ever. */
    public static boolean hasEnded(Doc task) {
        return stateOf(task).map(TaskState::isTerminal).orElse(true);
    }

    /** The exit code of {@code run}. */
    public static int exitCode(Doc task) {
        return stateOf(task)
                .map(state -> switch (state) {
                    case PASSED -> ExitCode.OK.number();
                    case FAILED -> own(task);
                    case CANCELED -> ExitCode.CANCELED.number();
                    case TIMED_OUT -> ExitCode.TIMED_OUT.number();
                    case LOST -> ExitCode.LOST.number();
                    case QUEUED, ASSIGNED, RUNNING -> ExitCode.DETACHED.number();
                })
                .orElse(ExitCode.REFUSED.number());
    }

    /** A failed task whose last command passed has failed all the same. */
    private static int own(Doc task) {
        long code = task.number("exitCode").orElse(0);
        return code >= 1 && code <= MOST ? (int) code : ExitCode.FAILED.number();
    }

    /** One line that says how it ended; empty where it passed. */
    public static String line(Doc task) {
        if (stateOf(task).filter(TaskState.PASSED::equals).isPresent()) {
            return "";
        }
        String reason = task.at("reason").text("message");
        return "Task " + task.text("id") + " is " + task.text("state") + (reason.isEmpty() ? "" : ": " + reason);
    }
}
