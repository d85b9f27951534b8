package io.signalbox.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.cli.failure.ExitCode;
import io.signalbox.cli.failure.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void progressIsOneLineOnATerminalAndGoesBeforeTheOutput() {
        Screen screen = new Screen(out, err, Terminal.of("012", "24 40", Map.of()));
        screen.progress("waits: no runner has the tag 'gpu', which is a pity");
        screen.progress("waits: something else");
        screen.bytes("log".getBytes(StandardCharsets.UTF_8));
        assertThat(text(err)).isEqualTo("waits: no runner has the tag 'gpu', wh…\r\033[Kwaits: something else\r\033[K");
        assertThat(text(out)).isEqualTo("log");
    }

    @Test
    void elsewhereEachNewTextIsALine() {
        Screen screen = new Screen(out, err, Terminal.NONE);
        screen.progress("waits: a");
        screen.progress("waits: a");
        screen.progress("waits: b");
        screen.progress("");
        assertThat(text(err)).isEqualTo("waits: a\nwaits: b\n");
    }

    @Test
    void bytesArePassedOnAsTheyAre() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        new Screen(out, err, Terminal.NONE).bytes(all);
        assertThat(out.toByteArray()).isEqualTo(all);
    }

    @Test
    void aReaderWhoHasGoneEndsTheCommand() {
        var closed = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        assertThatThrownBy(() -> new Screen(closed, err, Terminal.NONE).line("x"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.CLOSED));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
