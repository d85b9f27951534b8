package io.signalbox.cli.task;

import io.signalbox.cli.api.Doc;
import io.signalbox.cli.output.Cell;
import io.signalbox.cli.output.Style;
import io.signalbox.cli.output.Table;
import io.signalbox.cli.output.Words;
import io.signalbox.cli.task.follow.TaskEnd;
import io.signalbox.model.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tasks and their attempts as tables. */
public final class TaskRows {
    private TaskRows() {}

    /** One row for each task. */
    public static Table of(List<Doc> tasks, Instant now) {
        var table = new Table("TASK", "STATE", "EXIT", "AGE", "RAN", "PROJECT", "RUNNER", "NAME");
        for (Doc task : tasks) {
            table.row(
                    Cell.of(task.text("id")),
                    state(task),
                    Cell.of(task.text("exitCode")),
                    Cell.of(Words.since(task.instant("createdAt"), now)),
                    Cell.of(ran(task, now)),
                    Cell.of(task.text("project")),
                    Cell.of(task.at("runner").text("name")),
                    Cell.of(task.text("name")));
        }
        return table;
    }

    /** One row for each attempt. */
    static Table attempts(List<Doc> attempts, Instant now) {
        var table = new Table("ATTEMPT", "STATE", "EXIT", "RAN", "RUNNER", "LOG", "REASON");
        for (Doc attempt : attempts) {
            table.row(
                    Cell.of(attempt.text("number")),
                    state(attempt),
                    Cell.of(attempt.text("exitCode")),
                    Cell.of(ran(attempt, now)),
                    Cell.of(attempt.at("runner").text("name")),
                    Cell.of(attempt.flag("logComplete") ? "complete" : "open"),
                    Cell.of(attempt.at("reason").text("message")));
        }
        return table;
    }

    /** The state, in its colour. */
    static Cell state(Doc task) {
        Style style = TaskEnd.stateOf(task).map(TaskRows::style).orElse(Style.NONE);
        boolean ending = !task.text("cancelRequestedAt").isEmpty() && !TaskEnd.hasEnded(task);
        return new Cell(task.text("state") + (ending ? ", cancelling" : ""), style);
    }

    private static Style style(TaskState state) {
        return switch (state) {
            case PASSED -> Style.GOOD;
            case FAILED, TIMED_OUT, LOST -> Style.BAD;
            case ASSIGNED, RUNNING -> Style.UNDER_WAY;
            case QUEUED -> Style.NONE;
            case CANCELED -> Style.FAINT;
        };
    }

    private static String ran(Doc task, Instant now) {
        return task.instant("startedAt")
                .map(start -> Words.of(
                        Duration.between(start, task.instant("finishedAt").orElse(now))))
                .orElse("");
    }
}
