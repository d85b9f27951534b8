package io.signalbox.runner.config;

import io.signalbox.runner.config.setting.Arguments;
import io.signalbox.runner.config.setting.InvalidSettingException;
import io.signalbox.runner.config.setting.Setting;
import io.signalbox.runner.config.setting.SettingOptions;
import io.signalbox.runner.config.setting.SettingSources;
import io.signalbox.runner.config.setting.SettingValues;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The runner's entry point. Exit status: 0 after an orderly end, 1 when the relay refuses it or something broke, 2 for a wrong setting. */
public final class RunnerMain {
    private static final int BROKEN = 1;
    private static final int WRONG_SETTING = 2;

    private RunnerMain() {}

    /** Runs the command line. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.getenv(), System.out, System.err));
    }

    static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        var said = new PrintWriter(out, true, StandardCharsets.UTF_8);
        List<String> all = List.of(arguments);
        if (all.contains("--help") || all.contains("-h")) {
            tellHelp(said);
            return 0;
        }
        if (all.contains("--version") || all.contains("-V")) {
            said.println(RunnerProcess.version());
            return 0;
        }
        try {
            Arguments given = Arguments.of(arguments);
            Command command = Command.of(given.words());
            var sources = new SettingSources(given.options(), environment);
            return command.run(new SettingOptions(new SettingValues(sources)), said);
        } catch (InvalidSettingException e) {
            err.println(failure(all, e));
            return WRONG_SETTING;
        } catch (IOException | RuntimeException e) {
            err.println(failure(all, e));
            return BROKEN;
        }
    }

    private static void tellHelp(PrintWriter out) {
        out.println("Usage: runner COMMAND [OPTION]…");
        out.println();
        for (Command command : Command.values()) {
            out.println(command.help());
        }
        out.println();
        for (Setting setting : Setting.values()) {
            out.println(setting.help());
        }
        out.println();
        out.println("Each option can also be given as a variable, as --registration-token by "
                + Setting.REGISTRATION_TOKEN.variable() + ", or in the file that --config names.");
    }

    /** In one line. */
    private static String failure(List<String> arguments, Exception e) {
        String what = Arrays.stream(Command.values())
                .map(Command::word)
                .filter(arguments::contains)
                .findFirst()
                .orElse("begin");
        return "Failed to " + what + ": "
                + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
