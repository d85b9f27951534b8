package io.signalbox.cli.project;

import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Doc;
import io.signalbox.cli.desk.Desk;
import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.failure.Failure;
import io.signalbox.cli.output.Cell;
import io.signalbox.cli.output.Table;
import io.signalbox.cli.output.Words;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code secrets}: lists their names; its subcommands write and remove them. A value is read from standard input or the keyboard, never from the command line. */
@Command(name = "secrets", description = "Lists the names of a project's secrets; writes and removes them.")
public final class SecretsCommand implements Callable<Integer> {
    private final Desk desk;
    private final Function<String, String> ask;

    @Option(
            names = {"-p", "--project"},
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            defaultValue = "${env:SIGNALBOX_PROJECT}",
            description = "Whose secrets; default: SIGNALBOX_PROJECT, else 'default'.")
    private @Nullable String project;

    /** Works by {@code desk}; {@code ask} gets a value from whoever types, or from standard input. */
    public SecretsCommand(Desk desk, Function<String, String> ask) {
        this.desk = desk;
        this.ask = ask;
    }

    @Override
    public Integer call() throws InterruptedException {
        desk.show(
                desk.api().send(Call.get("secrets").with("project", project)),
                reply -> table(reply.doc().list("items")));
        return ExitCode.OK.number();
    }

    private void table(List<Doc> secrets) {
        if (secrets.isEmpty()) {
            desk.screen().note("This project has no secrets. `signalbox secrets set NAME` writes one.");
            return;
        }
        var table = new Table("SECRET", "PROJECT", "WRITTEN");
        for (Doc secret : secrets) {
            table.row(
                    Cell.of(secret.text("name")),
                    Cell.of(secret.text("project")),
                    Cell.of(Words.since(
                                    secret.instant("updatedAt"), desk.clock().instant()) + " ago"));
        }
        desk.screen().table(table);
    }

    @Command(
            name = "set",
            description = "Writes a secret: its value is what standard input holds, without the last line's end.")
    int write(@Parameters(paramLabel = "NAME", description = "Its name: that of the variable.") String name)
            throws InterruptedException {
        String value = ask.apply("Value of " + name);
        if (value.isEmpty()) {
            throw Failure.usage("The value is empty: `printf %s … | signalbox secrets set " + name + "`.");
        }
        Call call = Call.put("secrets", name)
                .with("project", project)
                .body(JsonNodeFactory.instance.objectNode().put("value", value));
        desk.done(desk.api().send(call), "Secret " + name + " is written; `--secret " + name + "` gives it to a task");
        return ExitCode.OK.number();
    }

    @Command(name = "keys", description = "Shows under which master keys values are sealed.")
    int keys() throws InterruptedException {
        desk.show(desk.api().send(Call.get("keys")), reply -> {
            var table = new Table("KEY", "VALUES", "");
            String present = reply.doc().text("present");
            reply.doc()
                    .at("values")
                    .node()
                    .properties()
                    .forEach(one -> table.row(
                            Cell.of(one.getKey()),
                            Cell.of(one.getValue().asString("")),
                            Cell.of(one.getKey().equals(present) ? "seals" : "")));
            desk.screen().table(table);
            desk.screen().note("New values are sealed under " + present + ".");
        });
        return ExitCode.OK.number();
    }

    @Command(name = "reseal", description = "Seals all values anew that are not under the present master key.")
    int reseal() throws InterruptedException {
        desk.show(desk.api().send(Call.post("keys", "reseal")), reply -> {
            Doc doc = reply.doc();
            desk.screen().plain(doc.text("sealed") + " values are under key " + doc.text("key") + " now");
            if (!doc.text("unreadable").equals("0")) {
                desk.screen().note(doc.text("unreadable") + " open under no key that the gateway has.");
            }
        });
        return ExitCode.OK.number();
    }

    @Command(name = "delete", description = "Removes a secret.")
    int remove(@Parameters(paramLabel = "NAME", description = "Its name.") String name) throws InterruptedException {
        Call call = Call.delete("secrets", name).with("project", project);
        desk.done(desk.api().send(call), "Secret " + name + " is removed");
        return ExitCode.OK.number();
    }
}
