package io.signalbox.runner.adapter.process.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OutputPumpTest {
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @Test
    void outputThatComesBetweenTheWishToFinishAndTheLastMarkReachesTheLog() throws IOException {
        OutputPump pump = new OutputPump(new LateOutput(), (bytes, length) -> log.write(bytes, 0, length));
        pump.start();
        pump.finish();

        assertThat(log.toString(StandardCharsets.UTF_8)).isEqualTo("leftover of a process");
    }

    /** Something writes just before the runner's mark, and the mark comes in two pieces. */
    private static final class LateOutput implements OutputEnd {
        private final BlockingQueue<byte[]> pieces = new LinkedBlockingQueue<>();

        @Override
        public Path path() {
            return Path.of("output");
        }

        @Override
        public int read(byte[] buffer, int offset) throws IOException {
            try {
                byte[] piece = pieces.take();
                System.arraycopy(piece, 0, buffer, offset, piece.length);
                return piece.length;
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
        }

        @Override
        public void write(byte[] bytes) {
            pieces.add("leftover of a process".getBytes(StandardCharsets.UTF_8));
            pieces.add(Arrays.copyOfRange(bytes, 0, 7));
            pieces.add(Arrays.copyOfRange(bytes, 7, bytes.length));
        }

        @Override
        public void close() {}
    }
}
