package io.signalbox.runner.output.mask;

import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * Finds where a pattern may begin, with less than one look for each byte (Wu and Manber, "A fast algorithm for multi-pattern searching", University of
 * Arizona, TR 94-17, 1994). A window as long as the shortest pattern moves over the bytes. When its last three stand nowhere in the beginning of any
 * pattern, it jumps over all places from which a pattern would reach them; else a hash of its first bytes tells, and it moves by one. A line break may
 * stand within a pattern anywhere, so none is ever jumped over unseen. Immutable.
 */
final class Beginnings {
    private static final int BYTES = 256;
    private static final int BLOCK = 3;
    private static final int LONGEST_WINDOW = 16;
    private static final int HASHED = 4;
    private static final int PLACES = 1 << Short.SIZE;
    /** Spreads what differs little (Knuth, TAOCP 6.4); the upper half of the product is taken. */
    private static final int GOLDEN = 0x9E3779B1;

    private final int window;
    /** What each byte of a block adds to its place. A line break's share lies beyond all places. */
    private final int[] first = shares(0x1F, 11);

    private final int[] second = shares(0x1F, 6);
    private final int[] third = shares(0x3F, 0);
    private final long[] blocks = new long[PLACES / Long.SIZE];
    private final long[] hashes = new long[PLACES / Long.SIZE];

    /** Of patterns of at least {@value #HASHED} bytes without line breaks, as characters of ISO 8859-1. */
    Beginnings(Collection<String> patterns) {
        int shortest = patterns.stream().mapToInt(String::length).min().orElse(0);
        window = Math.min(LONGEST_WINDOW, shortest);
        patterns.stream().map(it -> it.getBytes(StandardCharsets.ISO_8859_1)).forEach(this::add);
    }

    private static int[] shares(int bits, int shift) {
        int[] shares = new int[BYTES];
        for (int b = 0; b < BYTES; b++) {
            // Letters of both cases and digits fall on different places.
            shares[b] = isBreak((byte) b) ? PLACES : ((b ^ b >>> 5) & bits) << shift;
        }
        return shares;
    }

    private static boolean isBreak(byte b) {
        return b == '\n' || b == '\r';
    }

    private void add(byte[] pattern) {
        for (int at = 0; at <= window - BLOCK; at++) {
            set(blocks, place(pattern, at));
        }
        set(hashes, hash(pattern, 0, pattern.length));
    }

    private int place(byte[] bytes, int at) {
        return first[bytes[at] & 0xFF] + second[bytes[at + 1] & 0xFF] + third[bytes[at + 2] & 0xFF];
    }

    /** Of the first bytes from {@code at} on that are no line breaks; {@link #PLACES} if there are too few. */
    private static int hash(byte[] bytes, int at, int length) {
        int hash = 0;
        int seen = 0;
        for (int i = at; i < length && seen < HASHED; i++) {
            byte b = bytes[i];
            if (!isBreak(b)) {
                hash = hash << Byte.SIZE | (b & 0xFF);
                seen++;
            }
        }
        return seen < HASHED ? PLACES : (hash * GOLDEN) >>> Short.SIZE;
    }

    private static void set(long[] table, int place) {
        table[place / Long.SIZE] |= 1L << place;
    }

    /** What has no place may be anything. */
    private static boolean has(long[] table, int place) {
        return place >= PLACES || (table[place >>> 6] & (1L << place)) != 0;
    }

    /** The first place from {@code at} on where a pattern may begin, as far as can be seen; {@code length} if there is none. */
    int next(byte[] buffer, int at, int length) {
        if (window == 0) {
            return length;
        }
        int i = at;
        while (i <= length - window) {
            if (!has(blocks, place(buffer, i + window - BLOCK))) {
                i += window - BLOCK + 1;
            } else if (mayBegin(buffer, i, length)) {
                return i;
            } else {
                i++;
            }
        }
        while (i < length && !mayBegin(buffer, i, length)) {
            i++;
        }
        return i;
    }

    private boolean mayBegin(byte[] buffer, int at, int length) {
        return !isBreak(buffer[at]) && has(hashes, hash(buffer, at, length));
    }
}
