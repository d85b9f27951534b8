package io.signalbox.runner.adapter.process;

import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.adapter.process.channel.OutputPump;
import io.signalbox.runner.adapter.process.channel.PipeStock;
import io.signalbox.runner.adapter.process.channel.ShellPipes;
import io.signalbox.runner.adapter.process.family.ProcessTree;
import io.signalbox.runner.adapter.process.family.Sessions;
import io.signalbox.runner.adapter.process.guard.Guard;
import io.signalbox.runner.adapter.process.guard.GuardPool;
import io.signalbox.runner.execution.Shell;
import io.signalbox.runner.execution.Shells;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Opens bash shells, each in a session of its own and under a guard, without profile or rc files, standard input empty, both outputs in one pipe. */
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
    public Shell open(AttemptId attempt, Path folder, Map<String, String> env, Output output) throws IOException {
        Guard guard = guards.take();
        guard.watch(attempt);
        try {
            return open(attempt, builder(attempt, folder, env), output, guard);
        } catch (IOException e) {
            guards.giveBack(guard);
            throw e;
        }
    }

    private Shell open(AttemptId attempt, ProcessBuilder builder, Output output, Guard guard) throws IOException {
        ShellPipes pipes = stock.take();
        var pump = new OutputPump(pipes.output(), output);
        pump.start();
        try {
            Process process = start(builder, pipes);
            guard.group(process.pid());
            return new BashShell(process, pipes, pump, ProcessTree.of(attempt, process), () -> release(guard));
        } catch (IOException e) {
            pump.finish();
            pipes.close();
            throw e;
        }
    }

    private void release(Guard guard) {
        guards.giveBack(guard);
        stock.refill();
    }

    private static Process start(ProcessBuilder builder, ShellPipes pipes) throws IOException {
        return builder.command(Sessions.apart(
                        "bash", "--noprofile", "--norc", pipes.commands().path().toString()))
                .redirectOutput(Redirect.appendTo(pipes.output().path().toFile()))
                .start();
    }

    private static ProcessBuilder builder(AttemptId attempt, Path folder, Map<String, String> env) {
        var builder = new ProcessBuilder()
                .directory(folder.toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true);
        Map<String, String> inherited = builder.environment();
        inherited.keySet().removeIf(name -> name.startsWith(OWN_SETTINGS) || NOT_INHERITED.contains(name));
        String mark = ProcessTree.mark(inherited.getOrDefault(ProcessTree.MARK, ""), attempt);
        inherited.putAll(env);
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
