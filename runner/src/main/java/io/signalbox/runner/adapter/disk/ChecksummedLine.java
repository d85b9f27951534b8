package io.signalbox.runner.adapter.disk;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/** A line that knows whether it is whole: a checksum of eight hex digits, a blank, text without a line end. */
final class ChecksummedLine {
    private static final int CHECKSUM = 8;

    private ChecksummedLine() {}

    static String of(String text) {
        return checksum(text) + " " + text;
    }

    /** Nothing for a line that is torn or damaged. */
    static Optional<String> read(String line) {
        if (line.length() <= CHECKSUM) {
            return Optional.empty();
        }
        String text = line.substring(CHECKSUM + 1);
        return line.equals(of(text)) ? Optional.of(text) : Optional.empty();
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(crc.getValue());
    }
}
