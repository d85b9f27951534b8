package io.signalbox.runner.output;

/** Where a byte sequence may be cut without tearing a character (RFC 3629). */
final class Utf8 {
    private static final int LONGEST = 4;

    private Utf8() {}

    /** How many of the first {@code length} bytes do not end in the middle of a character. What is not UTF-8 at all counts as complete. */
    static int completeLength(byte[] bytes, int length) {
        for (int back = 1; back < LONGEST && back <= length; back++) {
            int wanted = sequenceLength(bytes[length - back]);
            if (wanted > 0) {
                return wanted > back ? length - back : length;
            }
        }
        return length;
    }

    /** Length of the sequence that begins with {@code lead}; 0 for a continuation byte, 1 for what can begin none. */
    private static int sequenceLength(byte lead) {
        int value = lead & 0xFF;
        if (value >= 0x80 && value < 0xC0) {
            return 0;
        }
        if (value < 0xC2 || value > 0xF4) {
            return 1;
        }
        return value < 0xE0 ? 2 : value < 0xF0 ? 3 : LONGEST;
    }
}
