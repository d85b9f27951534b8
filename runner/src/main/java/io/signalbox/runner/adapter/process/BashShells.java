package io.signalbox.runner.adapter.process;

import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.adapter.process.channel.Channels;
import io.signalbox.runner.adapter.process.channel.ShellPipes;
import io.signalbox.runner.adapter.process.family.Mark;
import io.signalbox.runner.adapter.process.family.ProcessTree;
import io.signalbox.runner.adapter.process.guard.GuardPool;
import io.signalbox.runner.adapter.process.guard.Watch;
import io.signalbox.runner.adapter.process.start.Program;
import io.signalbox.runner.adapter.process.start.Programs;
import io.signalbox.runner.adapter.process.start.Started;
import io.signalbox.runner.execution.Shell;
import io.signalbox.runner.execution.ShellOrder;
import io.signalbox.runner.execution.Shells;
import io.signalbox.runner.job.Place.Console;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Opens bash shells on this machine, each in a session of its own and under a guard, without profile or rc files, standard input empty, both outputs in
 * one pipe or terminal.
 */
public final class BashShells implements Shells, Closeable {
    /** What would change the shell itself. */
    private static final List<String> NOT_INHERITED = List.of("BASH_ENV", "ENV", "SHELLOPTS", "BASHOPTS", "OLDPWD");
    /** The runner's own settings, a registration token among them, are not for tasks. */
    private static final String OWN_SETTINGS = "SIGNALBOX_RUNNER_";

    private final Path folder;
    private final GuardPool guards = new GuardPool();

    /** Shells whose pipes and commands are in {@code folder}, which is private to the runner. */
    public BashShells(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
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
        Channels channels = Channels.open(folder, order.place().console(), output);
        try {
            Started bash = Programs.start(program(order, channels));
            var tree = ProcessTree.of(order.attempt(), bash.process(), bash.ended());
            watch.over(bash.process().pid());
            var shell = new LocalProcess(tree, bash.ended());
            return new BashShell(shell, channels, watch::close);
        } catch (IOException e) {
            channels.close();
            throw e;
        }
    }

    private static Program program(ShellOrder order, Channels channels) {
        List<String> bash = List.of(
                "bash", "--noprofile", "--norc", channels.commands().path().toString());
        return new Program(bash, environment(order), order.folder(), channels.output());
    }

    private static Map<String, String> environment(ShellOrder order) {
        var env = new HashMap<>(System.getenv());
        env.keySet().removeIf(name -> name.startsWith(OWN_SETTINGS) || NOT_INHERITED.contains(name));
        String mark = new Mark(order.attempt()).text(env.getOrDefault(Mark.VARIABLE, ""));
        if (order.place().console() == Console.TERMINAL) {
            // The one that the runner was started on, if any, is another.
            env.put("TERM", "xterm");
        }
        env.putAll(order.env());
        env.put(Mark.VARIABLE, mark);
        return env;
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
    }
}
