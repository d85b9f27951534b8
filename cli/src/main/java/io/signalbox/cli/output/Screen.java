package io.signalbox.cli.output;

import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.failure.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Standard output and standard error. What was asked for goes to the first, everything about it to the second. On a terminal the second shows one
 * line of progress, which the next one replaces; elsewhere each new text is a line. Thread-safe.
 */
public final class Screen {
    private static final String BACK = "\r\033[K";

    private final OutputStream out;
    private final OutputStream err;
    private final Terminal terminal;
    private String progress = "";

    /** Over these two, of which {@code terminal} tells who reads them. */
    public Screen(OutputStream out, OutputStream err, Terminal terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** Who reads it. */
    public Terminal terminal() {
        return terminal;
    }

    /** Prints a line that was asked for. It must be harmless. */
    public synchronized void line(String text) {
        bytes((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Prints a text of others in one line. */
    public void plain(String text) {
        line(Plain.line(text));
    }

    /** Prints a table. */
    public void table(Table table) {
        lines(table.lines(terminal));
    }

    /** Prints lines at once. They must be harmless. */
    public void lines(List<String> lines) {
        bytes((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Prints what the API has answered, as one document. */
    public void document(String json) {
        line(json.isBlank() ? "{}" : json.stripTrailing());
    }

    /** Prints these very bytes. */
    public synchronized void bytes(byte[] bytes) {
        clear();
        write(out, bytes);
    }

    /** Prints these very bytes beside the output. */
    public synchronized void beside(byte[] bytes) {
        clear();
        write(err, bytes);
    }

    /** Says something beside the output. */
    public synchronized void note(String text) {
        clear();
        say(Plain.line(text) + "\n");
    }

    /** Shows what is going on; an empty text ends it. */
    public synchronized void progress(String text) {
        String line = Plain.line(text);
        if (line.equals(progress)) {
            return;
        }
        if (!terminal.error()) {
            progress = line;
            say(line.isEmpty() ? "" : line + "\n");
            return;
        }
        clear();
        int room = terminal.width() == 0 ? line.length() : terminal.width() - 1;
        say(Cell.of(line).within(room).text());
        progress = line;
    }

    private void clear() {
        if (terminal.error() && !progress.isEmpty()) {
            say(BACK);
            progress = "";
        }
    }

    private void say(String text) {
        try {
            err.write(text.getBytes(StandardCharsets.UTF_8));
            err.flush();
        } catch (IOException e) {
            // Nobody listens.
        }
    }

    private static void write(OutputStream stream, byte[] bytes) {
        try {
            stream.write(bytes);
            stream.flush();
        } catch (IOException e) {
            throw new Failure(ExitCode.CLOSED, "The output cannot be written: " + e.getMessage());
        }
    }
}
