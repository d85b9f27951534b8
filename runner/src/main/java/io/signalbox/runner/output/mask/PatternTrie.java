package io.signalbox.runner.output.mask;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Queue;

/**
 * Finds many patterns at once in one pass (Aho and Corasick, "Efficient string matching", CACM 18/6, 1975). States are numbers, 0 the root; the children
 * of one are a list. What can begin a pattern is found by a table of pairs of bytes and then one of hashed first bytes, so that almost every byte costs
 * one look, and few of the others more than a second. Immutable.
 */
final class PatternTrie {
    private static final int BYTES = 256;
    private static final int MOST_HASHED = 4;
    /** Spreads what differs little (Knuth, TAOCP 6.4); the upper half of the product is taken. */
    private static final int GOLDEN = 0x9E3779B1;

    private final boolean[] firsts = new boolean[BYTES];
    private final long[] pairs = new long[BYTES * BYTES / Long.SIZE];
    private final long[] beginnings = new long[BYTES * BYTES / Long.SIZE];
    private final int hashed;
    private byte[] letter = new byte[64];
    private int[] child = new int[64];
    private int[] sibling = new int[64];
    private int[] fallback = new int[64];
    private int[] depth = new int[64];
    private int[] found = new int[64];
    private int states = 1;
    private int longest;

    /** Of patterns of at least two bytes without line breaks, as characters of ISO 8859-1. */
    PatternTrie(Collection<String> patterns) {
        hashed = Math.min(
                MOST_HASHED, patterns.stream().mapToInt(String::length).min().orElse(MOST_HASHED));
        patterns.forEach(this::insert);
        linkFallbacks();
    }

    private void insert(String pattern) {
        int state = 0;
        for (int i = 0; i < pattern.length(); i++) {
            byte b = (byte) pattern.charAt(i);
            int next = childOf(state, b);
            state = next == 0 ? add(state, b) : next;
        }
        found[state] = pattern.length();
        longest = Math.max(longest, pattern.length());
        int first = pattern.charAt(0);
        firsts[first] = true;
        for (int second : new int[] {pattern.charAt(1), '\n', '\r'}) {
            int pair = first * BYTES + second;
            pairs[pair / Long.SIZE] |= 1L << pair;
        }
        int place = hash(pattern.getBytes(StandardCharsets.ISO_8859_1), 0, pattern.length());
        beginnings[place / Long.SIZE] |= 1L << place;
    }

    /** Of the first bytes from {@code at} on that are no line breaks; -1 if there are too few. */
    private int hash(byte[] bytes, int at, int length) {
        int hash = 0;
        int seen = 0;
        for (int i = at; i < length && seen < hashed; i++) {
            byte b = bytes[i];
            if (b != '\n' && b != '\r') {
                hash = hash << Byte.SIZE | (b & 0xFF);
                seen++;
            }
        }
        return seen < hashed ? -1 : (hash * GOLDEN) >>> Short.SIZE;
    }

    /** Whether what is there begins a pattern, as far as can be seen. */
    private boolean mayBegin(byte[] buffer, int at, int length) {
        int place = hash(buffer, at, length);
        return place < 0 || (beginnings[place / Long.SIZE] & (1L << place)) != 0;
    }

    private int add(int parent, byte b) {
        if (states == letter.length) {
            grow(states * 2);
        }
        letter[states] = b;
        sibling[states] = child[parent];
        child[parent] = states;
        depth[states] = depth[parent] + 1;
        return states++;
    }

    private void grow(int size) {
        letter = Arrays.copyOf(letter, size);
        child = Arrays.copyOf(child, size);
        sibling = Arrays.copyOf(sibling, size);
        fallback = Arrays.copyOf(fallback, size);
        depth = Arrays.copyOf(depth, size);
        found = Arrays.copyOf(found, size);
    }

    private void linkFallbacks() {
        Queue<Integer> queue = new ArrayDeque<>();
        queue.add(0);
        while (!queue.isEmpty()) {
            int state = queue.remove();
            for (int next = child[state]; next != 0; next = sibling[next]) {
                fallback[next] = state == 0 ? 0 : next(fallback[state], letter[next]);
                found[next] = Math.max(found[next], found[fallback[next]]);
                queue.add(next);
            }
        }
    }

    private int childOf(int state, byte b) {
        int next = child[state];
        while (next != 0 && letter[next] != b) {
            next = sibling[next];
        }
        return next;
    }

    /** The state after {@code b}: the longest beginning of a pattern that the bytes so far end with. */
    int next(int state, byte b) {
        int from = state;
        int next = childOf(from, b);
        while (next == 0 && from != 0) {
            from = fallback[from];
            next = childOf(from, b);
        }
        return next;
    }

    /** How many bytes long that beginning is. */
    int depth(int state) {
        return depth[state];
    }

    /** Length of the longest pattern that ends in this state; 0 if none does. */
    int found(int state) {
        return found[state];
    }

    /** Bytes of the longest pattern. */
    int longest() {
        return longest;
    }

    /** The first place from {@code at} on where a pattern may begin; {@code length} if there is none. */
    int candidate(byte[] buffer, int at, int length) {
        if (longest == 0) {
            return length;
        }
        for (int i = at; i < length - 1; i++) {
            int pair = (buffer[i] & 0xFF) * BYTES + (buffer[i + 1] & 0xFF);
            if ((pairs[pair / Long.SIZE] & (1L << pair)) != 0 && mayBegin(buffer, i, length)) {
                return i;
            }
        }
        return at < length && !firsts[buffer[length - 1] & 0xFF] ? length : Math.max(at, length - 1);
    }
}
