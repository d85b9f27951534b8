package io.signalbox.cli.access;

import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Doc;
import io.signalbox.cli.api.Reply;
import io.signalbox.cli.desk.Desk;
import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.output.Cell;
import io.signalbox.cli.output.Style;
import io.signalbox.cli.output.Table;
import io.signalbox.cli.output.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code tokens}: lists tokens of the API; its subcommands make, exchange and revoke them. A value is shown once, when its token is made. */
@Command(name = "tokens", description = "Lists tokens of the API; makes, rotates and revokes them.")
public final class ApiTokensCommand implements Callable<Integer> {
    private static final String TOKENS = "tokens";

    private final Desk desk;

    /** Works by {@code desk}. */
    public ApiTokensCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        desk.show(
                desk.api().send(Call.get(TOKENS)),
                reply -> desk.screen()
                        .table(rows(reply.doc().list("items"), desk.clock().instant())));
        return ExitCode.OK.number();
    }

    private static Table rows(List<Doc> tokens, Instant now) {
        var table = new Table("TOKEN", "BEGINS", "STATE", "ROLE", "PROJECTS", "AGE", "USED", "EXPIRES", "NAME");
        for (Doc token : tokens) {
            table.row(
                    Cell.of(token.text("id")),
                    Cell.of(token.text("prefix")),
                    state(token, now),
                    Cell.of(token.text("role")),
                    Cell.of(token.joined("projects")),
                    Cell.of(Words.since(token.instant("createdAt"), now)),
                    Cell.of(Words.since(token.instant("lastUsedAt"), now)),
                    Cell.of(token.text("expiresAt")),
                    Cell.of(token.text("name")));
        }
        return table;
    }

    private static Cell state(Doc token, Instant now) {
        if (!token.text("revokedAt").isEmpty()) {
            return new Cell("revoked", Style.FAINT);
        }
        if (token.instant("expiresAt").filter(end -> !end.isAfter(now)).isPresent()) {
            return new Cell("expired", Style.FAINT);
        }
        return token.flag("decoy") ? new Cell("decoy", Style.UNDER_WAY) : new Cell("good", Style.GOOD);
    }

    @Command(name = "make", description = "Makes a token of the API and prints its value, this once.")
    int make(@Mixin ApiTokenOptions options) throws InterruptedException {
        issued(desk.api().send(Call.post(TOKENS).body(options.body(desk.clock().instant()))));
        return ExitCode.OK.number();
    }

    @Command(name = "rotate", description = "Makes a token in the place of another, which goes on for a while.")
    int rotate(
            @Parameters(paramLabel = "TOKEN", description = "Its id.") String token,
            @Option(names = "--overlap", paramLabel = "TIME", description = "How long the old one counts; default 1h.")
                    @Nullable
                    Duration overlap)
            throws InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (overlap != null) {
            body.put("overlap", overlap.toString());
        }
        issued(desk.api().send(Call.post(TOKENS, token, "rotate").body(body)));
        return ExitCode.OK.number();
    }

    private void issued(Reply answer) {
        desk.show(answer, reply -> {
            desk.screen().plain(reply.doc().text("value"));
            desk.screen().note("It is shown this once. `signalbox login` takes it.");
        });
    }

    @Command(name = "revoke", description = "Takes a token of the API back.")
    int revoke(@Parameters(paramLabel = "TOKEN", description = "Its id.") String token) throws InterruptedException {
        desk.done(desk.api().send(Call.delete(TOKENS, token)), "Token " + token + " is revoked");
        return ExitCode.OK.number();
    }
}
