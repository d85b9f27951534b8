package io.signalbox.runner.config;

import io.signalbox.runner.adapter.status.StatusFile;
import io.signalbox.runner.config.setting.RunnerHome;
import io.signalbox.runner.config.setting.SettingOptions;
import io.signalbox.runner.status.RunnerStatus;
import io.signalbox.runner.status.RunnerStatus.SlotStatus;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** {@code status}: what the process of a home does. Exit status 1 when none runs. */
final class StatusCommand {
    private final SettingOptions options;
    private final PrintWriter out;

    StatusCommand(SettingOptions options, PrintWriter out) {
        this.options = options;
        this.out = out;
    }

    int run() {
        Path home = options.home();
        Optional<RunnerStatus> status =
                new StatusFile(RunnerHome.statusOf(home), JsonMapper.builder().build()).read();
        if (!RunnerHome.isHeld(home)) {
            out.println("no runner works in " + home);
            return 1;
        }
        status.ifPresentOrElse(this::tell, () -> out.println("starting in " + home));
        return 0;
    }

    private void tell(RunnerStatus now) {
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
