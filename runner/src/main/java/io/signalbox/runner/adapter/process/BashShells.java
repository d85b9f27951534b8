package io.signalbox.runner.adapter.process;

import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.adapter.process.channel.Channels;
import io.signalbox.runner.adapter.process.channel.PipeStock;
import io.signalbox.runner.adapter.process.channel.ShellPipes;
import io.signalbox.runner.adapter.process.family.ControlGroup;
import io.signalbox.runner.adapter.process.family.ProcessTree;
import io.signalbox.runner.adapter.process.family.Sessions;
import io.signalbox.runner.adapter.process.guard.GuardPool;
import io.signalbox.runner.adapter.process.guard.Watch;
import io.signalbox.runner.execution.Shell;
import io.signalbox.runner.execution.ShellOrder;
import io.signalbox.runner.execution.Shells;
import io.signalbox.runner.job.Place.Console;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens bash shells on this machine, each in a session of its own and under a guard, without profile or rc files, standard input empty, both outputs in
 * one pipe or terminal.
 */
public final class BashShells implements Shells, Closeable {
    /** What would change the shell itself. */
    private static final List<String> NOT_INHERITED = List.of("BASH_ENV", "ENV", "SHELLOPTS", "BASHOPTS", "OLDPWD");
    /** The runner's own settings, a registration token among them, are not for tasks. */
    private static final String OWN_SETTINGS = "SIGNALBOX_RUNNER_";

    private final PipeStock stock;
    private final GuardPool guards = new GuardPool();

    /**
     * Begins to keep pipes ready.
     *
     * @param folder for pipes and commands, private to the runner
     */
    public BashShells(Path folder) throws IOException {
        Files.createDirectories(folder);
        this.stock = new PipeStock(folder);
        stock.refill();
    }

    @Override
    public Shell open(ShellOrder order, Output output) throws IOException {
        Watch watch = Watch.begin(guards, order.attempt(), order.lease());
        try {
            return open(order, output, watch);
        } catch (IOException e) {
            watch.close();
            throw e;
        }
    }

    private Shell open(ShellOrder order, Output output, Watch watch) throws IOException {
        Channels channels = Channels.open(stock, order.place().console(), output);
        try {
            Process process = start(builder(order), channels);
            Optional<ControlGroup> group = ControlGroup.make(order.attempt()).filter(made -> made.add(process.pid()));
            watch.over(process.pid(), group.map(ControlGroup::folder));
            var shell = new LocalProcess(ProcessTree.of(order.attempt(), process, group), process);
            return new BashShell(shell, channels, () -> release(watch));
        } catch (IOException e) {
            channels.close();
            throw e;
        }
    }

    private void release(Watch watch) {
        watch.close();
        stock.refill();
    }

    private static Process start(ProcessBuilder builder, Channels channels) throws IOException {
        return builder.command(Sessions.apart(
                        "bash",
                        "--noprofile",
                        "--norc",
                        channels.commands().path().toString()))
                .redirectOutput(Redirect.appendTo(channels.output().toFile()))
                .start();
    }

    private static ProcessBuilder builder(ShellOrder order) {
        var builder = new ProcessBuilder()
                .directory(order.folder().toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true);
        Map<String, String> inherited = builder.environment();
        inherited.keySet().removeIf(name -> name.startsWith(OWN_SETTINGS) || NOT_INHERITED.contains(name));
        String mark = ProcessTree.mark(inherited.getOrDefault(ProcessTree.MARK, ""), order.attempt());
        if (order.place().console() == Console.TERMINAL) {
            // The one that the runner was started on, if any, is another.
            inherited.put("TERM", "xterm");
        }
        inherited.putAll(order.env());
        inherited.put(ProcessTree.MARK, mark);
        return builder;
    }

    /** Kills what an attempt of an earlier run of this runner has left (its guard did, unless it was killed too). Blocks. */
    public static void endLeftovers(AttemptId attempt) {
        ProcessTree.leftBy(attempt).kill();
    }

    /** Removes what the shells of an earlier run left in {@code folder}. */
    public static void clear(Path folder) {
        ShellPipes.removeAll(folder);
    }

    @Override
    public void close() throws IOException {
        guards.close();
        stock.close();
    }
}
