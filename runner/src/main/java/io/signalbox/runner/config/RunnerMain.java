package io.signalbox.runner.config;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The runner's entry point. Exit status: 0 after an orderly end, 1 when the relay refuses it or something broke, 2 for a wrong setting. */
@Command(name = "runner", mixinStandardHelpOptions = true, subcommands = StartCommand.class)
public final class RunnerMain implements Runnable {
    private static final int BROKEN = 1;
    private static final int WRONG_SETTING = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // injected
    private CommandSpec spec;

    /** Runs the command line. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.getenv(), System.err));
    }

    static int run(String[] arguments, Map<String, String> environment, PrintStream err) {
        var line = new CommandLine(new RunnerMain());
        line.registerConverter(Duration.class, new TimeSpan());
        line.getSubcommands()
                .values()
                .forEach(command -> command.setDefaultValueProvider(new EnvironmentDefaults(environment)));
        line.setParameterExceptionHandler((wrong, _) -> {
            err.println(firstLine(wrong));
            return WRONG_SETTING;
        });
        line.setExecutionExceptionHandler((broken, _, _) -> {
            err.println(firstLine(broken));
            return broken instanceof InvalidSettingException ? WRONG_SETTING : BROKEN;
        });
        return line.execute(arguments);
    }

    private static String firstLine(Exception e) {
        return "Failed to start: "
                + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say what to do, such as: start --help");
    }
}
