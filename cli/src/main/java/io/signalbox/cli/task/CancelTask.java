package io.signalbox.cli.task;

import io.signalbox.cli.api.Call;
import io.signalbox.cli.desk.Desk;
import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.task.follow.TaskEnd;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cancel}: tells a task to end. */
@Command(name = "cancel", description = "Tells a task to end. One that has ended stays as it is.")
public final class CancelTask implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "TASK", description = "Its id.")
    private String id = "";

    /** Cancels by {@code desk}. */
    public CancelTask(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        desk.show(
                desk.api().send(Call.post("tasks", id, "cancel")),
                reply -> desk.screen()
                        .plain(
                                TaskEnd.hasEnded(reply.doc())
                                        ? "Task " + id + " had ended: "
                                                + reply.doc().text("state")
                                        : "Task " + id + " is told to end"));
        return ExitCode.OK.number();
    }
}
