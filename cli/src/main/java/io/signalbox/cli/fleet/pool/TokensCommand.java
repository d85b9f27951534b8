package io.signalbox.cli.fleet.pool;

import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Doc;
import io.signalbox.cli.api.Reply;
import io.signalbox.cli.desk.Desk;
import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.output.Cell;
import io.signalbox.cli.output.Style;
import io.signalbox.cli.output.Table;
import io.signalbox.cli.output.Words;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pools tokens}: what lets runners into a pool. A value is shown once, when its token is made. */
@Command(
        name = "tokens",
        description = "Lists, makes and revokes the registration tokens of a pool.",
        synopsisSubcommandLabel = "(list | make | revoke)")
public final class TokensCommand {
    private static final String TOKENS = "registration-tokens";

    private final Desk desk;

    /** Works by {@code desk}. */
    public TokensCommand(Desk desk) {
        this.desk = desk;
    }

    @Command(name = "list", description = "Lists the registration tokens of a pool.")
    int list(@Parameters(paramLabel = "POOL", description = "Its name.") String pool) throws InterruptedException {
        Reply reply = desk.api().send(Call.get("pools", pool, TOKENS));
        desk.show(
                reply,
                it -> desk.screen()
                        .table(rows(it.doc().list("items"), desk.clock().instant())));
        return ExitCode.OK.number();
    }

    private static Table rows(List<Doc> tokens, Instant now) {
        var table = new Table(
                "TOKEN", "BEGINS", "STATE", "USES LEFT", "AGE", "EXPIRES", "TAGS", "PROJECTS", "ADDRESSES", "NAME");
        for (Doc token : tokens) {
            table.row(
                    Cell.of(token.text("id")),
                    Cell.of(token.text("prefix")),
                    state(token, now),
                    Cell.of(token.text("uses")),
                    Cell.of(Words.since(token.instant("createdAt"), now)),
                    Cell.of(token.text("expiresAt")),
                    Cell.of(token.joined("tags")),
                    Cell.of(token.joined("projects")),
                    Cell.of(token.joined("addresses")),
                    Cell.of(token.text("name")));
        }
        return table;
    }

    private static Cell state(Doc token, Instant now) {
        if (!token.text("revokedAt").isEmpty()) {
            return new Cell("revoked", Style.FAINT);
        }
        boolean expired =
                token.instant("expiresAt").filter(end -> !end.isAfter(now)).isPresent();
        return expired ? new Cell("expired", Style.FAINT) : new Cell("good", Style.GOOD);
    }

    @Command(name = "make", description = "Makes a registration token and prints its value, this once.")
    int make(@Parameters(paramLabel = "POOL", description = "Its name.") String pool, @Mixin TokenOptions options)
            throws InterruptedException {
        Call call =
                Call.post("pools", pool, TOKENS).body(options.body(desk.clock().instant()));
        desk.show(desk.api().send(call), reply -> {
            desk.screen().plain(reply.doc().text("value"));
            desk.screen().note("It is shown this once. `bin/runner start --registration-token …` takes it.");
        });
        return ExitCode.OK.number();
    }

    @Command(name = "revoke", description = "Takes a registration token back.")
    int revoke(
            @Parameters(paramLabel = "POOL", description = "Its pool.") String pool,
            @Parameters(paramLabel = "TOKEN", description = "Its id.") String token,
            @Option(names = "--end-sessions", description = "The runners that came with it are put out, too.")
                    boolean endSessions)
            throws InterruptedException {
        Call call = Call.delete("pools", pool, TOKENS, token).with("endSessions", endSessions ? "true" : null);
        desk.done(desk.api().send(call), "Token " + token + " is revoked");
        return ExitCode.OK.number();
    }
}
