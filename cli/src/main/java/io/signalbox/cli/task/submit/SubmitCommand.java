package io.signalbox.cli.task.submit;

import io.signalbox.cli.desk.Desk;
import io.signalbox.cli.failure.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code submit}: hands a task over and prints its id. */
@Command(name = "submit", description = "Submits a task and prints its id; `run` also waits for it.")
public final class SubmitCommand implements Callable<Integer> {
    private final Desk desk;
    private final Submission submission;

    @Mixin
    private final TaskOptions options = new TaskOptions();

    /** Submits by {@code desk}. */
    public SubmitCommand(Desk desk, Submission submission) {
        this.desk = desk;
        this.submission = submission;
    }

    @Override
    public Integer call() throws InterruptedException {
        desk.show(
                desk.api().send(submission.call(options)),
                reply -> desk.screen().plain(reply.doc().text("id")));
        return ExitCode.OK.number();
    }
}
