package io.signalbox.cli.task.submit;

import io.signalbox.cli.desk.Desk;
import io.signalbox.cli.task.follow.FollowToEnd;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code run}: submits a task, prints what it prints, and ends as it ends. */
@Command(
        name = "run",
        description = "Runs a task: submits it, shows its output, ends with its exit code.",
        footer = {
            "",
            "  signalbox run -- make test",
            "  signalbox run --send . -- make test",
            "  signalbox run --tag linux -c 'cd /srv' -c './deploy'",
            "",
            "Ctrl-C asks whether to cancel the task or to leave it; a second one leaves it.",
            "Where nobody can be asked, a signal cancels the task (--on-interrupt)."
        })
public final class RunCommand implements Callable<Integer> {
    private final Desk desk;
    private final Submission submission;
    private final FollowToEnd follow;

    @Mixin
    private final TaskOptions options = new TaskOptions();

    @Mixin
    private final FollowToEnd.Options following = new FollowToEnd.Options();

    /** Submits by {@code desk}, then lets {@code follow} do the rest. */
    public RunCommand(Desk desk, Submission submission, FollowToEnd follow) {
        this.desk = desk;
        this.submission = submission;
        this.follow = follow;
    }

    @Override
    public Integer call() throws InterruptedException {
        String task = desk.api().send(submission.call(options)).doc().text("id");
        return follow.end(task, following);
    }
}
