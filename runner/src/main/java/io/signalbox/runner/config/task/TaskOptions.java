package io.signalbox.runner.config.task;

import io.signalbox.runner.adapter.disk.workspace.HookFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of {@code start} about how tasks run. */
public final class TaskOptions {
    private static final int MOST_KEPT = 1000;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // injected
    private CommandSpec spec;

    @Option(
            names = "--environment-hook",
            paramLabel = "FILE",
            description = "Bash that each shell of a task sources first.")
    private @Nullable Path environmentHook;

    @Option(
            names = "--pre-job-hook",
            paramLabel = "FILE",
            description = "Bash that a task's shell sources before the commands.")
    private @Nullable Path preJobHook;

    @Option(
            names = "--post-job-hook",
            paramLabel = "FILE",
            description = "Bash that a task's shell sources after the epilogues.")
    private @Nullable Path postJobHook;

    @Option(
            names = "--shutdown-hook",
            paramLabel = "FILE",
            description = "Bash script that is run when the runner ends.")
    private @Nullable Path shutdownHook;

    @Option(
            names = "--keep-failed",
            paramLabel = "N",
            description = "Keep the working folders of the last N tasks that failed; default 0.")
    private int keepFailed;

    @Mixin
    private ContainerOptions containers = new ContainerOptions();

    /** The settings, once the command line is parsed. */
    public TaskSettings settings() {
        requireReadable("--environment-hook", environmentHook);
        requireReadable("--pre-job-hook", preJobHook);
        requireReadable("--post-job-hook", postJobHook);
        requireReadable("--shutdown-hook", shutdownHook);
        require(
                keepFailed >= 0 && keepFailed <= MOST_KEPT,
                "--keep-failed must be 0 to " + MOST_KEPT + ", but was " + keepFailed);
        Optional<String> fault = containers.fault();
        require(fault.isEmpty(), fault.orElse(""));
        var hooks = new HookFiles(
                Optional.ofNullable(environmentHook),
                Optional.ofNullable(preJobHook),
                Optional.ofNullable(postJobHook));
        return new TaskSettings(hooks, Optional.ofNullable(shutdownHook), keepFailed, containers.settings());
    }

    private void requireReadable(String option, @Nullable Path file) {
        require(file == null || Files.isReadable(file), option + " must be a readable file, but was " + file);
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw new CommandLine.ParameterException(spec.commandLine(), message);
        }
    }
}
