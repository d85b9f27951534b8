package io.signalbox.cli.config;

import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.failure.Failure;
import io.signalbox.cli.output.Plain;
import io.signalbox.cli.output.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The entry point of {@code signalbox}; {@link ExitCode} says what it ends with. */
@Command(
        name = "signalbox",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = SignalboxMain.Version.class,
        description = "Runs tasks on remote runners, and says what becomes of them.")
public final class SignalboxMain implements Runnable {
    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // injected
    private CommandSpec spec;

    /** Which build this is. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            @Nullable String version = SignalboxMain.class.getPackage().getImplementationVersion();
            return new String[] {"signalbox " + (version == null ? "dev" : version)};
        }
    }

    /** Runs the command line. Standard output is taken as it is: {@code System.out} would keep it to itself that nobody reads any more. */
    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Terminal terminal = Terminal.of(
                System.getProperty("signalbox.terminals", ""), System.getProperty("signalbox.size", ""), environment);
        var surroundings = new Surroundings(
                environment,
                System.in,
                new FileOutputStream(FileDescriptor.out),
                System.err,
                terminal,
                System.getProperty("signalbox.home", ""));
        System.exit(run(arguments, surroundings));
    }

    static int run(String[] arguments, Surroundings surroundings) {
        var main = new SignalboxMain();
        try (var desk = new LocalDesk(main.options, surroundings)) {
            return main.line(arguments, surroundings, desk).execute(arguments);
        }
    }

    CommandLine line(String[] arguments, Surroundings surroundings, LocalDesk desk) {
        var line = new CommandLine(this);
        new Commands(desk, surroundings).addTo(line, arguments);
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((wrong, _) -> {
            String help = wrong.getCommandLine().getCommandSpec().qualifiedName();
            say(surroundings.err(), wrong.getMessage() + ". `" + help + " --help` tells more.");
            return ExitCode.USAGE.number();
        });
        line.setExecutionExceptionHandler((failure, _, _) -> {
            desk.screen().progress("");
            return ended(failure, surroundings.err());
        });
        return line;
    }

    private static int ended(Exception failure, PrintStream err) {
        return switch (failure) {
            case Failure expected -> {
                if (expected.exitCode() != ExitCode.CLOSED) {
                    say(err, expected.line());
                }
                yield expected.exitCode().number();
            }
            case InterruptedException _ -> ExitCode.DETACHED.number();
            default -> {
                say(err, "It failed itself, which is a fault of signalbox: " + failure);
                yield ExitCode.REFUSED.number();
            }
        };
    }

    private static void say(PrintStream err, String text) {
        err.println("signalbox: " + Plain.line(text));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do, such as `signalbox run -- make test`");
    }
}
