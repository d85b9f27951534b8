package io.signalbox.runner.config;

import io.signalbox.runner.config.setting.DataSize;
import io.signalbox.runner.config.setting.InvalidSettingException;
import io.signalbox.runner.config.setting.SettingSources;
import io.signalbox.runner.config.setting.TimeSpan;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The runner's entry point. Exit status: 0 after an orderly end, 1 when the relay refuses it or something broke, 2 for a wrong setting. */
@Command(
        name = "runner",
        mixinStandardHelpOptions = true,
        subcommands = {StartCommand.class, StatusCommand.class, CheckCommand.class, UnregisterCommand.class})
public final class RunnerMain implements Runnable {
    private static final int BROKEN = 1;
    private static final int WRONG_SETTING = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // injected
    private CommandSpec spec;

    /** Runs the command line. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.getenv(), System.out, System.err));
    }

    static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        var line = new CommandLine(new RunnerMain());
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.registerConverter(Duration.class, new TimeSpan());
        line.registerConverter(DataSize.class, DataSize::parse);
        line.setParameterExceptionHandler((wrong, _) -> {
            err.println(firstLine(wrong));
            return WRONG_SETTING;
        });
        line.setExecutionExceptionHandler((broken, _, _) -> {
            err.println(firstLine(broken));
            return broken instanceof InvalidSettingException ? WRONG_SETTING : BROKEN;
        });
        try {
            var sources = SettingSources.of(arguments, environment, options(line));
            line.getSubcommands().values().forEach(command -> command.setDefaultValueProvider(sources));
        } catch (InvalidSettingException wrong) {
            err.println(firstLine(wrong));
            return WRONG_SETTING;
        }
        return line.execute(arguments);
    }

    private static CommandSpec options(CommandLine line) {
        return line.getSubcommands().values().iterator().next().getCommandSpec();
    }

    private static String firstLine(Exception e) {
        return "Failed to start: "
                + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "say what to do: start, status, check or unregister");
    }
}
