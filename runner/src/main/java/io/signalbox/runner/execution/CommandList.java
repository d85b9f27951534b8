package io.signalbox.runner.execution;

import io.signalbox.model.relay.JobPayload.Directive;
import io.signalbox.runner.job.Outcome;
import io.signalbox.runner.job.StopCause;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs commands in a shell until the first that fails, ends the shell, or is stopped. */
final class CommandList {
    private final Transcript transcript;
    private final Shell shell;
    private final StopSwitch stopSwitch;
    private @Nullable CommandEnd last;
    private boolean isOver;

    CommandList(Transcript transcript, Shell shell, StopSwitch stopSwitch) {
        this.transcript = transcript;
        this.shell = shell;
        this.stopSwitch = stopSwitch;
    }

    /** May be called again for what follows: nothing runs any more after the first failure. */
    void run(List<Directive> commands) throws IOException {
        for (Directive command : commands) {
            if (isOver || stopSwitch.cause() != null) {
                return;
            }
            CommandEnd end = run(command);
            isOver = end instanceof CommandEnd.ShellGone || end.exitCode() != 0;
        }
    }

    private CommandEnd run(Directive command) throws IOException {
        transcript.commandStarted(Objects.requireNonNullElse(command.alias(), command.directive()));
        CommandEnd end = shell.run(command.directive());
        transcript.commandFinished(end.exitCode());
        last = end;
        return end;
    }

    /** Whether the shell has ended, so that the next list needs another. */
    boolean shellGone() {
        return last instanceof CommandEnd.ShellGone || stopSwitch.cause() != null;
    }

    /** The result: {@code exit 0} passes, an empty list too. */
    Outcome outcome(@Nullable StopCause stopped) {
        Integer exitCode = last == null ? null : Integer.valueOf(last.exitCode());
        if (stopped != null) {
            return Outcome.stopped(stopped, exitCode);
        }
        return exitCode == null || exitCode == 0 ? Outcome.passed() : Outcome.failed(exitCode);
    }
}
