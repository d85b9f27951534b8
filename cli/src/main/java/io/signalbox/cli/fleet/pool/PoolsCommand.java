package io.signalbox.cli.fleet.pool;

import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Doc;
import io.signalbox.cli.api.Reply;
import io.signalbox.cli.desk.Desk;
import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.failure.Failure;
import io.signalbox.cli.output.Cell;
import io.signalbox.cli.output.Table;
import io.signalbox.cli.output.Words;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code pools}: lists them; its subcommands show one with what it should grow to, make and change them. */
@Command(name = "pools", description = "Lists pools; shows, makes and changes them, and their registration tokens.")
public final class PoolsCommand implements Callable<Integer> {
    private final Desk desk;

    /** Works by {@code desk}. */
    public PoolsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        desk.show(
                desk.api().send(Call.get("pools")),
                reply -> desk.screen().table(rows(reply.doc().list("items"))));
        return ExitCode.OK.number();
    }

    private static Table rows(List<Doc> pools) {
        var table = new Table("POOL", "STRATEGY", "CAP", "PICK-UP", "MINIMUM", "MAXIMUM");
        for (Doc pool : pools) {
            table.row(
                    Cell.of(pool.text("name")),
                    Cell.of(pool.text("strategy")),
                    Cell.of(pool.text("cap")),
                    Cell.of(pool.text("pickupTarget")),
                    Cell.of(pool.text("minimumSize")),
                    Cell.of(pool.text("maximumSize")));
        }
        return table;
    }

    @Command(name = "show", description = "Shows a pool, and how many slots it should have and why.")
    int show(@Parameters(paramLabel = "POOL", description = "Its name.") String pool) throws InterruptedException {
        Reply reply = desk.api().send(Call.get("pools", pool));
        desk.show(reply, it -> desk.screen().table(rows(List.of(it.doc()))));
        return ExitCode.OK.number();
    }

    @Command(name = "scaling", description = "Says how many slots a pool should have, and why.")
    int scaling(@Parameters(paramLabel = "POOL", description = "Its name.") String pool) throws InterruptedException {
        desk.show(desk.api().send(Call.get("pools", pool, "scaling")), reply -> {
            Doc scaling = reply.doc();
            long wanted = scaling.number("wanted").orElse(0);
            desk.screen()
                    .plain("Pool " + pool + " should have " + Words.count(wanted, "slot") + " and has "
                            + scaling.text("present") + ": " + scaling.text("reason"));
        });
        return ExitCode.OK.number();
    }

    @Command(name = "make", description = "Makes a pool.")
    int make(@Parameters(paramLabel = "POOL", description = "Its name.") String pool, @Mixin PoolOptions options)
            throws InterruptedException {
        ObjectNode body = options.body().put("name", pool);
        desk.done(desk.api().send(Call.post("pools").body(body)), "Pool " + pool + " is made");
        return ExitCode.OK.number();
    }

    @Command(name = "set", description = "Changes a pool; 'none' takes a limit away.")
    int change(@Parameters(paramLabel = "POOL", description = "Its name.") String pool, @Mixin PoolOptions options)
            throws InterruptedException {
        ObjectNode body = options.body();
        if (body.isEmpty()) {
            throw Failure.usage("Say what is to change, such as --cap 20.");
        }
        desk.done(desk.api().send(Call.patch("pools", pool).body(body)), "Pool " + pool + " is changed");
        return ExitCode.OK.number();
    }
}
