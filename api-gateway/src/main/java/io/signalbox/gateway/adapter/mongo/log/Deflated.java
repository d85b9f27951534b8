package io.signalbox.gateway.adapter.mongo.log;

import io.signalbox.gateway.log.LogLine;
import io.signalbox.gateway.log.LogUnreadable;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
    private static final int PORTION = 32 * 1024;

    private Deflated() {}

    static byte[] of(List<LogLine> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(PORTION);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (OutputStream out = new BufferedOutputStream(new DeflaterOutputStream(bytes, deflater, PORTION), PORTION)) {
            for (LogLine line : lines) {
                out.write(line.json().getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
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
