package io.signalbox.cli.config;

import io.signalbox.cli.output.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Runs command lines one after the other in one JVM, each a line of standard input: what they load goes into the class cache. */
public final class Rehearsal {
    private Rehearsal() {}

    /** Runs all of them, whatever they end with. */
    public static void main(String[] arguments) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int _ = SignalboxMain.run(line.split(" ", -1), surroundings());
            }
        }
        System.exit(0);
    }

    private static Surroundings surroundings() {
        Terminal terminal = Terminal.of("", "", System.getenv());
        return new Surroundings(System.getenv(), InputStream.nullInputStream(), System.out, System.err, terminal, "");
    }
}
