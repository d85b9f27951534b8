package io.signalbox.cli.project;

import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Doc;
import io.signalbox.cli.desk.Desk;
import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.failure.Failure;
import io.signalbox.cli.output.Cell;
import io.signalbox.cli.output.Table;
import io.signalbox.cli.output.Words;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code projects}: lists those of which something was said; its subcommands show, make and change one. */
@Command(
        name = "projects",
        description = "Lists projects; shows, makes and changes them. Tasks of any other run with what is usual.")
public final class ProjectsCommand implements Callable<Integer> {
    private final Desk desk;

    /** Works by {@code desk}. */
    public ProjectsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        desk.show(
                desk.api().send(Call.get("projects")),
                reply -> table(reply.doc().list("items")));
        return ExitCode.OK.number();
    }

    private void table(List<Doc> projects) {
        if (projects.isEmpty()) {
            desk.screen()
                    .note(
                            "Nothing was said of any project yet: each has weight 1, no cap, and keeps tasks for 30 days.");
            return;
        }
        var table = new Table("PROJECT", "WEIGHT", "CAP", "BACKLOG", "KEEPS TASKS", "LOGS");
        for (Doc project : projects) {
            table.row(
                    Cell.of(project.text("name")),
                    Cell.of(project.text("weight")),
                    Cell.of(project.text("cap")),
                    Cell.of(project.text("backlog")),
                    Cell.of(kept(project, "retention", "")),
                    Cell.of(kept(project, "logRetention", "as long")));
        }
        desk.screen().table(table);
    }

    private static String kept(Doc project, String field, String otherwise) {
        String text = project.text(field);
        return text.isEmpty() ? otherwise : Words.of(Duration.parse(text));
    }

    @Command(name = "show", description = "Shows a project.")
    int show(@Parameters(paramLabel = "PROJECT", description = "Its name.") String project)
            throws InterruptedException {
        desk.show(desk.api().send(Call.get("projects", project)), reply -> table(List.of(reply.doc())));
        return ExitCode.OK.number();
    }

    @Command(name = "make", description = "Makes a project.")
    int make(
            @Parameters(paramLabel = "PROJECT", description = "Its name.") String project,
            @Mixin ProjectOptions options)
            throws InterruptedException {
        ObjectNode body = options.body().put("name", project);
        desk.done(desk.api().send(Call.post("projects").body(body)), "Project " + project + " is made");
        return ExitCode.OK.number();
    }

    @Command(name = "set", description = "Changes a project; 'none' takes a limit away.")
    int change(
            @Parameters(paramLabel = "PROJECT", description = "Its name.") String project,
            @Mixin ProjectOptions options)
            throws InterruptedException {
        ObjectNode body = options.body();
        if (body.isEmpty()) {
            throw Failure.usage("Say what is to change, such as --weight 3.");
        }
        desk.done(desk.api().send(Call.patch("projects", project).body(body)), "Project " + project + " is changed");
        return ExitCode.OK.number();
    }
}
