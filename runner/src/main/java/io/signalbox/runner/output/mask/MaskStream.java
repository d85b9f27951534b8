package io.signalbox.runner.output.mask;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A stream of bytes in which every value is replaced by {@code ****}, one for values that touch or overlap. It holds back what may be the beginning of a
 * value until the next bytes tell. Up to {@value #MOST_BREAKS} bytes of line breaks within a value do not hide it: programs wrap lines. Not thread-safe.
 */
public final class MaskStream {
    /** More of them in a row end what may have been a value. */
    static final int MOST_BREAKS = 4;

    private static final byte[] HIDDEN = "****".getBytes(StandardCharsets.US_ASCII);

    private final PatternTrie patterns;
    private final Sink sink;
    /** Where in the stream the last bytes were that are no line breaks, by their number. */
    private final long[] places;

    private byte[] held = new byte[256];
    private boolean[] covered = new boolean[256];
    private int length;
    private long position;
    private long count;
    private int state;
    private int breaks;
    private boolean hiding;

    MaskStream(PatternTrie patterns, Sink sink) {
        this.patterns = patterns;
        this.sink = sink;
        this.places = new long[Integer.highestOneBit(patterns.longest() + 1) * 2];
    }

    /** Takes what is safe. */
    @FunctionalInterface
    public interface Sink {
        /** Takes {@code length} bytes from {@code offset} on, at once: the buffer is used again. */
        void write(byte[] buffer, int offset, int length);
    }

    /** Takes {@code count} bytes of {@code buffer}. */
    public void write(byte[] buffer, int count) {
        int at = 0;
        while (at < count) {
            if (length == 0) {
                int next = patterns.candidate(buffer, at, count);
                pass(buffer, at, next - at);
                at = next;
            }
            if (at < count) {
                take(buffer[at]);
                at++;
            }
        }
    }

    private void pass(byte[] buffer, int offset, int clean) {
        if (clean > 0) {
            sink.write(buffer, offset, clean);
            position += clean;
            hiding = false;
        }
    }

    private void take(byte b) {
        hold(b);
        if (b == '\n' || b == '\r') {
            breaks++;
            state = breaks > MOST_BREAKS ? 0 : state;
        } else {
            breaks = 0;
            places[(int) count & (places.length - 1)] = position - 1;
            count++;
            state = patterns.next(state, b);
            cover(patterns.found(state));
        }
        release(state == 0 ? length : indexOf(patterns.depth(state)));
    }

    private void hold(byte b) {
        if (length == held.length) {
            held = Arrays.copyOf(held, length * 2);
            covered = Arrays.copyOf(covered, length * 2);
        }
        held[length] = b;
        covered[length] = false;
        length++;
        position++;
    }

    /** Where among what is held the last {@code bytes} that are no line breaks begin. */
    private int indexOf(int bytes) {
        return (int) (places[(int) (count - bytes) & (places.length - 1)] - (position - length));
    }

    private void cover(int bytes) {
        if (bytes > 0) {
            Arrays.fill(covered, indexOf(bytes), length, true);
        }
    }

    private void release(int safe) {
        int from = 0;
        while (from < safe) {
            int to = from + 1;
            while (to < safe && covered[to] == covered[from]) {
                to++;
            }
            pour(from, to);
            from = to;
        }
        if (safe > 0) {
            System.arraycopy(held, safe, held, 0, length - safe);
            System.arraycopy(covered, safe, covered, 0, length - safe);
            length -= safe;
        }
    }

    private void pour(int from, int to) {
        if (!covered[from]) {
            sink.write(held, from, to - from);
        } else if (!hiding) {
            sink.write(HIDDEN, 0, HIDDEN.length);
        }
        hiding = covered[from];
    }

    /** Passes on what was held back: nothing that follows belongs to it. */
    public void end() {
        state = 0;
        breaks = 0;
        release(length);
        hiding = false;
    }
}
