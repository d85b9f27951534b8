package io.signalbox.cli.task;

import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Doc;
import io.signalbox.cli.api.Reply;
import io.signalbox.cli.desk.Desk;
import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.output.Format;
import io.signalbox.cli.output.Screen;
import io.signalbox.cli.output.Words;
import io.signalbox.cli.task.follow.TaskEnd;
import io.signalbox.cli.task.follow.WaitReason;
import io.signalbox.model.task.TaskState;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code task}: everything about one task; of one that failed also its last lines. */
@Command(name = "task", description = "Shows a task, its attempts, and why it waits or how it ended.")
public final class ShowTask implements Callable<Integer> {
    private static final int LAST_LINES = 10;

    private final Desk desk;

    @Parameters(paramLabel = "TASK", description = "Its id.")
    private String id = "";

    /** Shows by {@code desk}. */
    public ShowTask(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        Reply reply = desk.api().send(Call.get("tasks", id));
        desk.show(reply, this::tell);
        if (desk.format() == Format.TABLE) {
            tellMore(reply.doc());
        }
        return ExitCode.OK.number();
    }

    private void tell(Reply reply) {
        Doc task = reply.doc();
        Instant now = desk.clock().instant();
        field("task", task.text("id"));
        field("name", task.text("name"));
        field("project", task.text("project"));
        field("state", TaskRows.state(task).text());
        field("reason", task.at("reason").text("message"));
        field("exit code", task.text("exitCode"));
        field("submitted", ago(task, "createdAt", now));
        field("started", ago(task, "startedAt", now));
        field("ended", ago(task, "finishedAt", now));
        field("log", task.instant("logPurgedAt").isPresent() ? "kept long enough, and removed" : "");
        field("retry of", task.text("retryOf"));
        field("wants", wants(task));
        field("commands", commands(task.at("spec")));
        List<Doc> attempts = task.list("attempts");
        if (!attempts.isEmpty()) {
            desk.screen().table(TaskRows.attempts(attempts, now));
        }
    }

    private void tellMore(Doc task) throws InterruptedException {
        TaskState state = TaskEnd.stateOf(task).orElse(TaskState.PASSED);
        if (state == TaskState.QUEUED) {
            Doc explanation = desk.api().send(Call.get("tasks", id, "explain")).doc();
            field("why", WaitReason.of(explanation, desk.clock().instant()));
            field("change", explanation.text("change"));
        } else if (task.instant("logPurgedAt").isEmpty()
                && (state == TaskState.FAILED || state == TaskState.LOST || state == TaskState.TIMED_OUT)) {
            Screen screen = desk.screen();
            screen.line("last lines:");
            LogTail.of(desk.api(), id, null, LAST_LINES).lines().forEach(line -> screen.plain("  " + line));
        }
    }

    private static String ago(Doc task, String field, Instant now) {
        String since = Words.since(task.instant(field), now);
        return since.isEmpty() ? "" : since + " ago, " + task.text(field);
    }

    private static String wants(Doc task) {
        String pool = task.at("spec").text("pool");
        String tags = task.at("spec").joined("tags");
        return (pool.isEmpty() ? "" : "pool " + pool + " ") + (tags.isEmpty() ? "" : "tags " + tags);
    }

    private static String commands(Doc spec) {
        return spec.list("commands").stream()
                .map(command -> command.node().isString() ? command.node().asString("") : command.text("run"))
                .collect(Collectors.joining("\n"));
    }

    private void field(String name, String value) {
        if (!value.isBlank()) {
            desk.screen().plain("%-10s %s".formatted(name, value.strip()));
        }
    }
}
