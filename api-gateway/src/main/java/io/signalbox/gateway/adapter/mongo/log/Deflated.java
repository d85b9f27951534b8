package io.signalbox.gateway.adapter.mongo.log;

import io.signalbox.gateway.log.LogUnreadable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Lines of text, compressed (RFC 1950), fast rather than small. */
final class Deflated {
    private Deflated() {}

    static byte[] of(String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length() / 4 + 64);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater, 8192)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    static List<byte[]> lines(byte[] deflated) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            byte[] content = in.readAllBytes();
            List<byte[]> lines = new ArrayList<>();
            int begin = 0;
            for (int i = 0; i < content.length; i++) {
                if (content[i] == '\n') {
                    lines.add(Arrays.copyOfRange(content, begin, i));
                    begin = i + 1;
                }
            }
            return lines;
        } catch (IOException e) {
            throw new LogUnreadable(e);
        }
    }
}
