package io.signalbox.cli.task;

import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Doc;
import io.signalbox.cli.api.Reply;
import io.signalbox.cli.desk.Desk;
import io.signalbox.cli.failure.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tasks}: lists tasks, the newest first. */
@Command(name = "tasks", description = "Lists tasks, the newest first.")
public final class ListTasks implements Callable<Integer> {
    private final Desk desk;

    @Option(
            names = {"-p", "--project"},
            paramLabel = "NAME",
            description = "Of this project.")
    private @Nullable String project;

    @Option(
            names = {"-s", "--state"},
            split = ",",
            paramLabel = "STATE",
            description = "In these states.")
    private final List<String> states = new ArrayList<>();

    @Option(
            names = {"-l", "--label"},
            paramLabel = "KEY=VALUE",
            description = "With these labels.")
    private final List<String> labels = new ArrayList<>();

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            description = "How many at most, up to 500; default 20.")
    private int limit = 20;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "Go on where an earlier list ended.")
    private @Nullable String cursor;

    /** Lists by {@code desk}. */
    public ListTasks(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        Call call = Call.get("tasks")
                .with("project", project)
                .withAll("state", states)
                .withAll("label", labels)
                .with("limit", limit)
                .with("cursor", cursor);
        desk.show(desk.api().send(call), this::table);
        return ExitCode.OK.number();
    }

    private void table(Reply reply) {
        Doc page = reply.doc();
        List<Doc> tasks = page.list("items");
        if (tasks.isEmpty()) {
            desk.screen().note("There are no such tasks.");
            return;
        }
        desk.screen().table(TaskRows.of(tasks, desk.clock().instant()));
        if (!page.text("next").isEmpty()) {
            desk.screen().note("More: --cursor " + page.text("next"));
        }
    }
}
