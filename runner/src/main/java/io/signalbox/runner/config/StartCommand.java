package io.signalbox.runner.config;

import io.signalbox.runner.adapter.machine.Machine;
import io.signalbox.runner.config.RunnerSettings.Departure;
import io.signalbox.runner.config.task.TaskOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code start}: the options, each also as a variable of the environment. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Registers with the relay and runs tasks until it is told to end.",
        footer =
                "Each option can also be given as a variable: --registration-token is SIGNALBOX_RUNNER_REGISTRATION_TOKEN.")
final class StartCommand implements Callable<Integer> {
    @Option(names = "--url", split = ",", paramLabel = "URL", description = "Gateways, tried in this order.")
    private @Nullable List<URI> urls;

    @Option(names = "--registration-token", paramLabel = "TOKEN", description = "Lets the runner in the first time.")
    private String registrationToken = "";

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Certificate authorities to trust instead of the system's.")
    private @Nullable Path ca;

    @Option(names = "--tag", split = ",", paramLabel = "TAG", description = "What the runner can do; repeatable.")
    private @Nullable List<String> tags;

    @Option(names = "--slots", paramLabel = "N", description = "How many tasks at once; default 1, at most 100.")
    private int slots = 1;

    @Option(names = "--name", paramLabel = "NAME", description = "Unique name; default: the host's.")
    private @Nullable String name;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "What must outlive the runner; default ~/.signalbox/runner.")
    private @Nullable Path home;

    @Option(names = "--disconnect-after-job", description = "Leave after one task.")
    private boolean disconnectAfterJob;

    @Option(
            names = "--disconnect-after-idle",
            paramLabel = "TIME",
            description = "Leave after this time without a task.")
    private @Nullable Duration disconnectAfterIdle;

    @Option(
            names = "--drain-limit",
            paramLabel = "TIME",
            description = "How long tasks may go on after SIGTERM; default 1h.")
    private Duration drainLimit = Duration.ofHours(1);

    @Mixin
    private TaskOptions tasks = new TaskOptions();

    @Override
    public Integer call() {
        return new RunnerProcess(settings(), Machine.here()).run();
    }

    private RunnerSettings settings() {
        return new RunnerSettings(
                Objects.requireNonNullElse(urls, List.of()),
                registrationToken,
                ca,
                Objects.requireNonNullElse(tags, List.of()),
                slots,
                Objects.requireNonNullElseGet(name, () -> Machine.here().hostname()),
                Objects.requireNonNullElseGet(home, StartCommand::defaultHome).toAbsolutePath(),
                new Departure(disconnectAfterJob, disconnectAfterIdle, drainLimit),
                tasks.settings());
    }

    private static Path defaultHome() {
        return Path.of(System.getProperty("user.home"), ".signalbox", "runner");
    }
}
