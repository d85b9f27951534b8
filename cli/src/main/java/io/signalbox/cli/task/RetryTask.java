package io.signalbox.cli.task;

import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Reply;
import io.signalbox.cli.desk.Desk;
import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.task.follow.FollowToEnd;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code retry}: runs a task that has ended again, as a new one. */
@Command(name = "retry", description = "Runs a task that has ended again, as a new one; prints its id, or follows it.")
public final class RetryTask implements Callable<Integer> {
    private final Desk desk;
    private final Supplier<String> keys;
    private final FollowToEnd followToEnd;

    @Parameters(paramLabel = "TASK", description = "Its id.")
    private String id = "";

    @Option(
            names = {"-f", "--follow"},
            description = "Show its output and end with its exit code, as `run` does.")
    private boolean follow;

    @Mixin
    private final FollowToEnd.Options following = new FollowToEnd.Options();

    /** Submits by {@code desk}, under a new one of {@code keys} (C24). */
    public RetryTask(Desk desk, Supplier<String> keys, FollowToEnd followToEnd) {
        this.desk = desk;
        this.keys = keys;
        this.followToEnd = followToEnd;
    }

    @Override
    public Integer call() throws InterruptedException {
        Reply reply = desk.api().send(Call.post("tasks", id, "retry").key(keys.get()));
        String again = reply.doc().text("id");
        if (follow) {
            return followToEnd.end(again, following);
        }
        desk.done(reply, again);
        return ExitCode.OK.number();
    }
}
