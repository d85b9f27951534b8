package io.signalbox.cli.config;

import io.signalbox.cli.output.Terminal;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * What the process was given.
 *
 * @param environment its variables
 * @param input standard input
 * @param out standard output
 * @param err standard error
 * @param terminal who is at these
 * @param home of the Signalbox that belongs to this program's checkout; may be empty
 */
record Surroundings(
        Map<String, String> environment,
        InputStream input,
        OutputStream out,
        PrintStream err,
        Terminal terminal,
        String home) {}
