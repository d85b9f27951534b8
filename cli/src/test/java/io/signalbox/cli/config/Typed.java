package io.signalbox.cli.config;

import io.signalbox.cli.output.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A command line that was typed, and what came of it.
 *
 * @param exitCode what it ended with
 * @param out standard output
 * @param err standard error
 */
record Typed(int exitCode, String out, String err) {

    /** Somebody's shell. */
    static final class Shell {
        private final Map<String, String> environment = new HashMap<>();
        private String input = "";

        Shell with(String variable, Object value) {
            environment.put(variable, value.toString());
            return this;
        }

        Shell reading(String text) {
            input = text;
            return this;
        }

        Typed type(String... words) {
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            int exitCode = SignalboxMain.run(
                    words,
                    new Surroundings(
                            environment,
                            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                            out,
                            new PrintStream(err, true, StandardCharsets.UTF_8),
                            Terminal.NONE,
                            ""));
            return new Typed(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }
}
