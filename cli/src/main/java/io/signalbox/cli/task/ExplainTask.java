package io.signalbox.cli.task;

import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Doc;
import io.signalbox.cli.api.Reply;
import io.signalbox.cli.desk.Desk;
import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.output.Cell;
import io.signalbox.cli.output.Screen;
import io.signalbox.cli.output.Table;
import io.signalbox.cli.output.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code explain}: why a task waits, when it will start, and what would start it. */
@Command(name = "explain", description = "Says why a task waits, when it will start, and what would start it.")
public final class ExplainTask implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "TASK", description = "Its id.")
    private String id = "";

    /** Asks by {@code desk}. */
    public ExplainTask(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        desk.show(desk.api().send(Call.get("tasks", id, "explain")), this::tell);
        return ExitCode.OK.number();
    }

    private void tell(Reply reply) {
        Doc explanation = reply.doc();
        Screen screen = desk.screen();
        if (!explanation.flag("waiting")) {
            screen.plain("Task " + id + " does not wait; `signalbox task " + id + "` shows how it stands.");
            return;
        }
        explanation
                .number("position")
                .ifPresent(place -> screen.plain("place   " + place + " among those that want the same"));
        start(explanation.instant("estimatedStart"));
        String change = explanation.text("change");
        if (!change.isEmpty()) {
            screen.plain("change  " + change);
        }
        var causes = new Table("CAUSE", "RUNNERS", "WHY", "SUCH AS");
        explanation
                .list("causes")
                .forEach(cause -> causes.row(
                        Cell.of(cause.text("code")),
                        Cell.of(cause.text("runners")),
                        Cell.of(cause.text("detail")),
                        Cell.of(cause.joined("examples"))));
        if (!causes.isEmpty()) {
            screen.table(causes);
        }
        pools(explanation);
    }

    private void start(Optional<Instant> start) {
        Instant now = desk.clock().instant();
        desk.screen()
                .plain("start   "
                        + start.map(then -> "in about " + Words.of(Duration.between(now, then)) + ", " + then)
                                .orElse("nothing tells yet"));
    }

    private void pools(Doc explanation) {
        var pools = new Table("POOL", "RUNNERS", "CAUSE", "WHY");
        explanation
                .list("pools")
                .forEach(pool -> pools.row(
                        Cell.of(pool.text("pool")),
                        Cell.of(pool.text("runners")),
                        Cell.of(pool.text("code")),
                        Cell.of(pool.text("detail"))));
        if (!pools.isEmpty()) {
            desk.screen().table(pools);
        }
    }
}
