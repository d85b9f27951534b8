package io.signalbox.runner.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutputCutterTest {
    private final List<OutputPiece> pieces = new ArrayList<>();
    private final OutputCutter cutter = new OutputCutter(pieces::add);

    private void add(byte... bytes) {
        cutter.add(bytes, 0, bytes.length);
    }

    private byte[] bytes() {
        var all = new ByteArrayOutputStream();
        for (OutputPiece piece : pieces) {
            all.writeBytes(
                    piece.raw() == null
                            ? piece.text().getBytes(StandardCharsets.UTF_8)
                            : Base64.getDecoder().decode(piece.raw()));
        }
        return all.toByteArray();
    }

    @Test
    void aCharacterIsNotTorn() {
        byte[] euro = "€".getBytes(StandardCharsets.UTF_8);
        add((byte) 'a', euro[0], euro[1]);
        cutter.flush();
        assertThat(pieces).containsExactly(new OutputPiece("a", null));
        add(euro[2]);
        cutter.flush();
        assertThat(pieces).last().isEqualTo(new OutputPiece("€", null));
    }

    @Test
    void theBeginningOfACharacterIsPassedAtTheEnd() {
        add((byte) 0xE2, (byte) 0x82);
        cutter.end();
        assertThat(pieces).containsExactly(new OutputPiece("\uFFFD", "4oI="));
    }

    @Test
    void aReplacementCharacterOfTheTaskNeedsNoRawBytes() {
        add("\uFFFD".getBytes(StandardCharsets.UTF_8));
        cutter.end();
        assertThat(pieces).containsExactly(new OutputPiece("\uFFFD", null));
    }

    @Test
    void anyBytesArriveExactly() {
        var random = new Random(7);
        var expected = new ByteArrayOutputStream();
        for (int i = 0; i < 500; i++) {
            byte[] part = part(random);
            expected.writeBytes(part);
            add(part);
            if (random.nextInt(5) == 0) {
                cutter.flush();
            }
        }
        cutter.end();
        assertThat(bytes()).isEqualTo(expected.toByteArray());
        assertThat(pieces)
                .allSatisfy(piece -> assertThat(piece.text().length()).isLessThanOrEqualTo(OutputCutter.LARGEST));
    }

    private static byte[] part(Random random) {
        if (random.nextBoolean()) {
            return "grüße, 世界 🚦\r\n\0".repeat(random.nextInt(40)).getBytes(StandardCharsets.UTF_8);
        }
        byte[] noise = new byte[random.nextInt(300)];
        random.nextBytes(noise);
        return noise;
    }
}
