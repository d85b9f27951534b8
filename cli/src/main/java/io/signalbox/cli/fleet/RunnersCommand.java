package io.signalbox.cli.fleet;

import io.signalbox.cli.api.Call;
import io.signalbox.cli.api.Doc;
import io.signalbox.cli.api.Reply;
import io.signalbox.cli.desk.Desk;
import io.signalbox.cli.failure.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runners}: lists them; its subcommands show one and decide whether it takes tasks. */
@Command(name = "runners", description = "Lists runners; shows, pauses, resumes, drains and removes them.")
public final class RunnersCommand implements Callable<Integer> {
    private static final int MOST = 500;

    private final Desk desk;

    @Option(names = "--pool", paramLabel = "NAME", description = "Of this pool.")
    private @Nullable String pool;

    @Option(
            names = {"-s", "--state"},
            paramLabel = "STATE",
            description = "online, unreachable, gone or disconnected.")
    private @Nullable String state;

    @Option(
            names = {"-t", "--tag"},
            paramLabel = "TAG",
            description = "With this tag.")
    private @Nullable String tag;

    /** Works by {@code desk}. */
    public RunnersCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        Call call = Call.get("runners")
                .with("pool", pool)
                .with("state", state)
                .with("tag", tag)
                .with("limit", MOST);
        desk.show(desk.api().send(call), this::table);
        return ExitCode.OK.number();
    }

    private void table(Reply reply) {
        Doc page = reply.doc();
        List<Doc> runners = page.list("items");
        if (runners.isEmpty()) {
            desk.screen().note("There are no such runners. `bin/runner start` starts one with a registration token.");
            return;
        }
        desk.screen().table(RunnerRows.of(runners, desk.clock().instant()));
        if (!page.text("next").isEmpty()) {
            desk.screen().note("There are more; --pool, --state and --tag narrow the list.");
        }
    }

    @Command(name = "show", description = "Shows a runner: its machine, its slots, what runs on them.")
    int show(@Parameters(paramLabel = "RUNNER", description = "Its name or id.") String runner)
            throws InterruptedException {
        Reply reply = desk.api().send(Call.get("runners", FindRunner.id(desk.api(), runner)));
        desk.show(reply, it -> new RunnerSheet(desk).tell(it.doc()));
        return ExitCode.OK.number();
    }

    @Command(name = "pause", description = "Gives a runner no more tasks until it is resumed.")
    int pause(@Parameters(paramLabel = "RUNNER", description = "Its name or id.") String runner)
            throws InterruptedException {
        return decide(runner, "pause", "is paused: it goes on with what it runs and gets nothing new");
    }

    @Command(name = "resume", description = "Gives a runner tasks again after a pause or a drain.")
    int resume(@Parameters(paramLabel = "RUNNER", description = "Its name or id.") String runner)
            throws InterruptedException {
        return decide(runner, "resume", "may take tasks again");
    }

    @Command(name = "drain", description = "Lets a runner finish what it runs, and then leave; pause keeps it.")
    int drain(@Parameters(paramLabel = "RUNNER", description = "Its name or id.") String runner)
            throws InterruptedException {
        return decide(runner, "drain", "is draining: it finishes what it runs, then it leaves");
    }

    private int decide(String runner, String decision, String said) throws InterruptedException {
        Reply reply = desk.api().send(Call.post("runners", FindRunner.id(desk.api(), runner), decision));
        long busy = RunnerRows.busy(reply.doc());
        String running = busy == 0 ? "" : " (" + busy + " running)";
        String away = RunnerRows.isOnline(reply.doc())
                ? ""
                : "; but it is " + reply.doc().text("state") + " at present";
        desk.done(reply, "Runner " + runner + " " + said + running + away);
        return ExitCode.OK.number();
    }

    @Command(name = "remove", description = "Forgets a runner and ends its session.")
    int remove(
            @Parameters(paramLabel = "RUNNER", description = "Its name or id.") String runner,
            @Option(names = "--force", description = "Also one that has tasks: they count as lost.") boolean force)
            throws InterruptedException {
        Call call = Call.delete("runners", FindRunner.id(desk.api(), runner)).with("force", force ? "true" : null);
        desk.done(desk.api().send(call), "Runner " + runner + " is removed");
        return ExitCode.OK.number();
    }
}
