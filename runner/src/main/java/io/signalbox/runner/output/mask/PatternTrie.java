package io.signalbox.runner.output.mask;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Queue;

/**
 * Finds many patterns at once in one pass (Aho and Corasick, "Efficient string matching", CACM 18/6, 1975). States are numbers, 0 the root; the children
 * of one are a list: nearly all bytes begin nothing and never get here ({@link Beginnings}). Immutable.
 */
final class PatternTrie {
    private final Beginnings beginnings;
    private byte[] letter = new byte[64];
    private int[] child = new int[64];
    private int[] sibling = new int[64];
    private int[] fallback = new int[64];
    private int[] depth = new int[64];
    private int[] found = new int[64];
    private int states = 1;
    private int longest;

    /** Of patterns as {@link Beginnings} takes them. */
    PatternTrie(Collection<String> patterns) {
        beginnings = new Beginnings(patterns);
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

    /** See {@link Beginnings#next}. */
    int candidate(byte[] buffer, int at, int length) {
        return beginnings.next(buffer, at, length);
    }
}
