package io.signalbox.runner.config;

import io.signalbox.runner.adapter.machine.Machine;
import io.signalbox.runner.config.setting.InvalidSettingException;
import io.signalbox.runner.config.setting.SettingOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the runner can be told to do. */
enum Command {
    START("Registers with the relay and runs tasks until it is told to end."),
    STATUS("Says what the runner of this home does."),
    CHECK("Says what is wrong with this machine and its way to the relay."),
    UNREGISTER("Says goodbye to the relay and forgets the registration.");

    private final String description;

    Command(String description) {
        this.description = description;
    }

    /** The one that these words name. */
    static Command of(List<String> words) {
        return Arrays.stream(values())
                .filter(command -> words.equals(List.of(command.word())))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException("say what to do: start, status, check or unregister"
                        + (words.isEmpty() ? "" : ", not " + String.join(" ", words))));
    }

    /** Its name on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A line of help. */
    String help() {
        return "  %-12s %s".formatted(word(), description);
    }

    /** Does it, and blocks until it is done; the exit status. */
    int run(SettingOptions options, PrintWriter out) throws IOException {
        return switch (this) {
            case START -> new RunnerProcess(options.settings(), Machine.here()).run();
            case STATUS -> new StatusCommand(options, out).run();
            case CHECK -> new CheckCommand(options, out).run();
            case UNREGISTER -> new UnregisterCommand(options, out).run();
        };
    }
}
