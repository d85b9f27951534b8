package io.signalbox.runner.adapter.process.channel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What comes through the control pipe: {@code end NUMBER STATUS} from the shell and {@code gone STATUS} from the runner itself. */
public sealed interface ControlLine {
    /**
     * A command ended.
     *
     * @param number which
     * @param status its status
     */
    record End(int number, int status) implements ControlLine {}

    /**
     * The shell ended.
     *
     * @param status its status
     */
    record Gone(int status) implements ControlLine {}

    /** Somebody else wrote into the pipe. */
    record Noise() implements ControlLine {}

    Pattern END = Pattern.compile("end (\\d{1,9}) (\\d{1,3})");
    Pattern GONE = Pattern.compile("gone (\\d{1,3})");

    /** What a line says. */
    static ControlLine parse(String line) {
        Matcher end = END.matcher(line);
        if (end.matches()) {
            return new End(Integer.parseInt(end.group(1)), Integer.parseInt(end.group(2)));
        }
        Matcher gone = GONE.matcher(line);
        return gone.matches() ? new Gone(Integer.parseInt(gone.group(1))) : new Noise();
    }

    /** Blocks for the next line. */
    static ControlLine read(NamedPipe pipe) throws IOException {
        var line = new ByteArrayOutputStream();
        byte[] one = new byte[1];
        while (pipe.read(one, 0) == 1 && one[0] != '\n') {
            line.write(one[0]);
        }
        return parse(line.toString(StandardCharsets.ISO_8859_1));
    }
}
