package io.signalbox.testkit.infra.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The checkout whose commands are tested. */
public final class Checkout {
    private static final long COMMAND_SECONDS = 300;
    /** What a script starts in the background ignores interrupts, and so would all that it starts, tests and their programs too. */
    private static final List<String> HEARING_INTERRUPTS = List.of("env", "--default-signal=INT");

    private final Path folder;

    private Checkout(Path folder) {
        this.folder = folder;
    }

    /** The one that this module lies in. */
    public static Checkout here() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("bin/up"))) {
                return new Checkout(folder);
            }
        }
        throw new IllegalStateException("not inside of a checkout");
    }

    /** Runs a command of {@code bin/} to its end; what it printed. Its failure is one of the test. */
    public String run(Map<String, String> environment, String command, String... arguments) {
        try {
            Path output = Files.createTempFile("signalbox-command", ".out");
            Process process = builder(environment, command, arguments)
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            boolean ended = process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS);
            String printed = Files.readString(output);
            Files.delete(output);
            if (!ended || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("bin/" + command + " failed: " + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while bin/" + command + " ran", e);
        }
    }

    /** Starts a command of {@code bin/} that stays; its output goes to {@code log}. */
    public Process start(Path log, Map<String, String> environment, String command, String... arguments) {
        try {
            return builder(environment, command, arguments)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same, with its two outputs apart. */
    public Process start(Path out, Path err, Map<String, String> environment, String command, String... arguments) {
        try {
            return builder(environment, command, arguments)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder builder(Map<String, String> environment, String command, String... arguments) {
        List<String> words = new ArrayList<>(HEARING_INTERRUPTS);
        words.add(folder.resolve("bin").resolve(command).toString());
        words.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().keySet().removeAll(List.of("SIGNALBOX_AMQP_URI", "SIGNALBOX_MONGODB_URI"));
        builder.environment().put("SIGNALBOX_BUILT", "true");
        builder.environment().putAll(environment);
        return builder;
    }
}
