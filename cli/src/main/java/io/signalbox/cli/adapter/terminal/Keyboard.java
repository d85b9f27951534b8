package io.signalbox.cli.adapter.terminal;

import io.signalbox.cli.failure.Failure;
import io.signalbox.cli.output.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is typed, or comes on standard input. */
public final class Keyboard {
    private static final Path TERMINAL = Path.of("/dev/tty");

    private final InputStream input;
    private final PrintStream err;
    private final Terminal terminal;

    /** Over standard input and error, of which {@code terminal} tells whether people are there. */
    public Keyboard(InputStream input, PrintStream err, Terminal terminal) {
        this.input = input;
        this.err = err;
        this.terminal = terminal;
    }

    /** Whether somebody can be asked. */
    boolean isThere() {
        return terminal.input() && terminal.error();
    }

    /** A value that is not shown while it is typed; or all of standard input without the last line's end. */
    public String secret(String prompt) {
        if (isThere()) {
            char @Nullable [] typed = Objects.requireNonNull(System.console()).readPassword("%s: ", prompt);
            return typed == null ? "" : new String(typed);
        }
        try {
            String all = new String(input.readAllBytes(), StandardCharsets.UTF_8);
            return all.replaceFirst("\\r?\\n\\z", "");
        } catch (IOException e) {
            throw Failure.usage("Standard input cannot be read: " + e.getMessage());
        }
    }

    /** A line; empty where there will be none. */
    Optional<String> line(String prompt) {
        err.print(prompt);
        err.flush();
        try (BufferedReader lines = Files.newBufferedReader(TERMINAL)) {
            return Optional.ofNullable(lines.readLine());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
