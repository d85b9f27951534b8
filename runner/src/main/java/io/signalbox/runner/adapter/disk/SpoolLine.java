package io.signalbox.runner.adapter.disk;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * A line of a spool's file: a checksum of eight hex digits over the rest, the event's index in twelve digits, the event. The index says which events
 * are missing where a line is damaged, a damaged line end included.
 */
final class SpoolLine {
    private static final int CHECKSUM = 8;
    private static final int INDEX = 12;
    /** What stands before the event. */
    static final int PREFIX = CHECKSUM + 1 + INDEX + 1;

    private SpoolLine() {}

    /** With its line end. */
    static ByteBuffer of(long index, byte[] event) {
        byte[] line = new byte[PREFIX + event.length + 1];
        System.arraycopy("%012d ".formatted(index).getBytes(US_ASCII), 0, line, CHECKSUM + 1, INDEX + 1);
        System.arraycopy(event, 0, line, PREFIX, event.length);
        line[line.length - 1] = '\n';
        System.arraycopy(checksum(line, 0, line.length - 1), 0, line, 0, CHECKSUM + 1);
        return ByteBuffer.wrap(line);
    }

    /** The index of the line between the two places, which exclude its end; -1 if it is torn or damaged. */
    static long indexOf(byte[] content, int from, int to) {
        boolean whole = to - from > PREFIX
                && Arrays.equals(content, from, from + CHECKSUM + 1, checksum(content, from, to), 0, CHECKSUM + 1);
        return whole ? Long.parseLong(new String(content, from + CHECKSUM + 1, INDEX, US_ASCII)) : -1;
    }

    private static byte[] checksum(byte[] line, int from, int to) {
        var crc = new CRC32();
        crc.update(line, from + CHECKSUM + 1, to - from - CHECKSUM - 1);
        return "%08x ".formatted(crc.getValue()).getBytes(US_ASCII);
    }
}
