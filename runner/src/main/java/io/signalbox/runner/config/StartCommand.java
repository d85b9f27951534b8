package io.signalbox.runner.config;

import io.signalbox.runner.adapter.machine.Machine;
import io.signalbox.runner.config.setting.SettingOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code start}: the runner itself. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Registers with the relay and runs tasks until it is told to end.",
        footer =
                "Each option can also be given as a variable: --registration-token is SIGNALBOX_RUNNER_REGISTRATION_TOKEN.")
final class StartCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // injected
    private SettingOptions options;

    @Override
    public Integer call() {
        return new RunnerProcess(options.settings(), Machine.here()).run();
    }
}
