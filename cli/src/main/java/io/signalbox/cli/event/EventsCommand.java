package io.signalbox.cli.event;

import io.signalbox.cli.api.Api;
import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Doc;
import io.signalbox.cli.api.Reply;
import io.signalbox.cli.desk.Desk;
import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.output.Format;
import io.signalbox.cli.output.Screen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code events}: what has happened, oldest first; with {@code -f} also what happens. Programs get the page, and with {@code -f} an event a line. */
@Command(name = "events", description = "Shows what has happened, oldest first; -f goes on with what happens.")
public final class EventsCommand implements Callable<Integer> {
    private static final Duration HOLD = Duration.ofSeconds(25);
    private static final int MOST = 500;

    private final Desk desk;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what happens; Ctrl-C ends it.")
    private boolean follow;

    @Option(names = "--new", description = "With -f: leave out what has happened before.")
    private boolean newOnly;

    @Option(
            names = {"-p", "--project"},
            paramLabel = "NAME",
            description = "Of this project.")
    private @Nullable String project;

    @Option(names = "--type", split = ",", paramLabel = "TYPE", description = "Of these types, such as task.failed.")
    private final List<String> types = new ArrayList<>();

    @Option(names = "--after", paramLabel = "CURSOR", description = "Begin after this place.")
    private @Nullable String after;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            description = "How many at most, up to 500; default 50.")
    private int limit = 50;

    /** Reads by {@code desk}. */
    public EventsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        Call call = Call.get("events").with("project", project).withAll("type", types);
        if (follow) {
            follow(desk.api().persistent(), call);
        }
        desk.show(desk.api().send(call.with("after", after).with("limit", limit)), this::page);
        return ExitCode.OK.number();
    }

    private void page(Reply reply) {
        Doc page = reply.doc();
        page.list("items").forEach(this::print);
        desk.screen().note("More: --after " + page.text("next"));
    }

    private void follow(Api api, Call call) throws InterruptedException {
        @Nullable String cursor = newOnly ? end(api, call) : after;
        while (true) {
            Doc page = api.send(call.with("after", cursor).with("limit", MOST).held(HOLD))
                    .doc();
            page.list("items").forEach(this::print);
            cursor = page.text("next").isEmpty() ? cursor : page.text("next");
        }
    }

    /** The place behind everything that has happened. */
    private @Nullable String end(Api api, Call call) throws InterruptedException {
        @Nullable String cursor = after;
        while (true) {
            Doc page = api.send(call.with("after", cursor).with("limit", MOST)).doc();
            cursor = page.text("next");
            if (page.list("items").size() < MOST) {
                return cursor;
            }
        }
    }

    private void print(Doc event) {
        Screen screen = desk.screen();
        if (desk.format() == Format.JSON) {
            screen.line(event.node().toString());
            return;
        }
        screen.plain("%s  %-22s %-14s %s %s"
                .formatted(
                        event.text("at"),
                        event.text("type"),
                        event.text("project"),
                        event.text("task"),
                        event.node().path("data").isEmpty()
                                ? ""
                                : event.node().path("data").toString()));
    }
}
