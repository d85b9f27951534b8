package io.signalbox.cli.access;

import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Doc;
import io.signalbox.cli.api.Reply;
import io.signalbox.cli.desk.Desk;
import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.output.Cell;
import io.signalbox.cli.output.Table;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code audit}: who did what, oldest first; {@code verify} proves that nothing of it was changed. */
@Command(name = "audit", description = "Shows who did what, oldest first; verify proves that it is whole.")
public final class AuditCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--after", paramLabel = "CURSOR", description = "Begin after this place.")
    private @Nullable String after;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            description = "How many at most, up to 500; default 50.")
    private int limit = 50;

    /** Reads by {@code desk}. */
    public AuditCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        desk.show(desk.api().send(Call.get("audit").with("after", after).with("limit", limit)), this::table);
        return ExitCode.OK.number();
    }

    private void table(Reply reply) {
        var table = new Table("PLACE", "AT", "WHO", "FROM", "OUTCOME", "WHAT", "TO");
        Doc page = reply.doc();
        for (Doc entry : page.list("items")) {
            Doc actor = entry.at("actor");
            table.row(
                    Cell.of(entry.text("sequence")),
                    Cell.of(entry.text("at")),
                    Cell.of(actor.text("name")),
                    Cell.of(actor.text("address")),
                    Cell.of(entry.text("outcome")),
                    Cell.of(entry.text("action")),
                    Cell.of(entry.text("target")));
        }
        desk.screen().table(table);
        desk.screen().note("More: --after " + page.text("next"));
    }

    @Command(name = "verify", description = "Follows the audit log's hash chain; exit code 1 when it is broken.")
    int verify() throws InterruptedException {
        Reply reply = desk.api().send(Call.get("audit", "verify"));
        Doc proof = reply.doc();
        String found = proof.flag("whole")
                ? " entries, all of them whole"
                : " entries; after " + proof.text("last") + " it is broken";
        desk.done(reply, proof.text("entries") + found + "; head " + proof.text("head"));
        return (proof.flag("whole") ? ExitCode.OK : ExitCode.NOT_WELL).number();
    }
}
