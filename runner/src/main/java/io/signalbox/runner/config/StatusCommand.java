package io.signalbox.runner.config;

import io.signalbox.runner.adapter.status.StatusFile;
import io.signalbox.runner.config.setting.RunnerHome;
import io.signalbox.runner.config.setting.SettingOptions;
import io.signalbox.runner.status.RunnerStatus;
import io.signalbox.runner.status.RunnerStatus.SlotStatus;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code status}: what the process of a home does. Exit status 1 when none runs. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "Says what the runner of this home does.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // injected
    private SettingOptions options;

    @Spec
    @SuppressWarnings("NullAway.Init") // injected
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path home = options.home();
        Optional<RunnerStatus> status =
                new StatusFile(RunnerHome.statusOf(home), JsonMapper.builder().build()).read();
        if (!RunnerHome.isHeld(home)) {
            out.println("no runner works in " + home);
            return 1;
        }
        status.ifPresentOrElse(now -> tell(now, out), () -> out.println("starting in " + home));
        return 0;
    }

    private static void tell(RunnerStatus now, PrintWriter out) {
        out.println("runner " + now.name() + ", process " + now.pid() + ", since " + now.started());
        out.println("last answered sync: " + (now.lastSync() == null ? "none yet" : now.lastSync()));
        out.println("log that waits for the relay: " + now.spooledBytes() + " bytes");
        if (now.draining()) {
            out.println("draining: no task begins");
        }
        if (now.unready() != null) {
            out.println("wants no task: " + now.unready());
        }
        int number = 0;
        for (SlotStatus slot : now.slots()) {
            out.println(
                    "slot " + number++ + ": " + slot.state() + (slot.attempt() == null ? "" : " " + slot.attempt()));
        }
    }
}
