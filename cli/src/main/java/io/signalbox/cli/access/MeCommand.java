package io.signalbox.cli.access;

import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Doc;
import io.signalbox.cli.api.Reply;
import io.signalbox.cli.desk.Desk;
import io.signalbox.cli.failure.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code me}: for whom the gateway takes whoever types, and by which token. */
@Command(name = "me", description = "Shows which token is used where, and what it may do.")
public final class MeCommand implements Callable<Integer> {
    private final Desk desk;

    /** Asks by {@code desk}. */
    public MeCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        Reply reply = desk.api().send(Call.get("me"));
        Doc me = reply.doc();
        String projects = me.joined("projects");
        desk.done(
                reply,
                "%s (%s in %s), token %s at %s, %s"
                        .formatted(
                                me.text("name"),
                                me.text("role"),
                                projects.isEmpty() ? "all projects" : projects,
                                me.text("token"),
                                desk.connection().address(),
                                desk.connection().origin()));
        return ExitCode.OK.number();
    }
}
