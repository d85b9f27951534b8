package io.signalbox.scheduler.core.time;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Things that are due at some moment, the earliest first: a binary heap whose elements know their place, so that changing or removing
 * one costs O(log n) and no element stays behind when it is no longer waited for. An element waits for at most one moment.
 *
 * @param <E> what is due
 */
public final class Deadlines<E extends Deadlines.Entry> {
    private static final int NOWHERE = -1;

    private final List<E> heap = new ArrayList<>();

    /** Something that can be due; it stands in at most one {@link Deadlines}. */
    public abstract static class Entry {
        private long due;
        private int place = NOWHERE;
    }

    /** From now on {@code entry} is due at {@code due}, whatever was said before. */
    public void set(E entry, long due) {
        Entry node = entry;
        node.due = due;
        if (node.place == NOWHERE) {
            node.place = heap.size();
            heap.add(entry);
        }
        settle(entry);
    }

    /** {@code entry} is not waited for any more. */
    public void clear(E entry) {
        Entry node = entry;
        int place = node.place;
        if (place == NOWHERE) {
            return;
        }
        node.place = NOWHERE;
        E last = heap.removeLast();
        if (place < heap.size()) {
            put(place, last);
            settle(last);
        }
    }

    /** Takes out the earliest that is due by {@code moment}; null when nothing is. */
    public @Nullable E poll(long moment) {
        if (heap.isEmpty()) {
            return null;
        }
        E first = heap.getFirst();
        if (dueOf(first) > moment) {
            return null;
        }
        clear(first);
        return first;
    }

    /** How many are waited for. */
    public int size() {
        return heap.size();
    }

    private void settle(E entry) {
        siftUp(entry);
        siftDown(entry);
    }

    private void siftUp(E entry) {
        int place = placeOf(entry);
        while (place > 0) {
            int parent = (place - 1) / 2;
            E above = heap.get(parent);
            if (dueOf(above) <= dueOf(entry)) {
                break;
            }
            put(place, above);
            place = parent;
        }
        put(place, entry);
    }

    private void siftDown(E entry) {
        int place = placeOf(entry);
        int child = earlierChild(place);
        while (child != NOWHERE && dueOf(heap.get(child)) < dueOf(entry)) {
            put(place, heap.get(child));
            place = child;
            child = earlierChild(place);
        }
        put(place, entry);
    }

    private int earlierChild(int place) {
        int left = 2 * place + 1;
        int right = left + 1;
        if (left >= heap.size()) {
            return NOWHERE;
        }
        return right < heap.size() && dueOf(heap.get(right)) < dueOf(heap.get(left)) ? right : left;
    }

    private void put(int place, E entry) {
        heap.set(place, entry);
        Entry node = entry;
        node.place = place;
    }

    private static long dueOf(Entry entry) {
        return entry.due;
    }

    private static int placeOf(Entry entry) {
        return entry.place;
    }
}
