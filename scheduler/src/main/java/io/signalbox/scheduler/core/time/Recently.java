package io.signalbox.scheduler.core.time;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was done with a thing a moment ago, so that a reading that is older than that can be told from news. It forgets by age and
 * above a number, the oldest first.
 *
 * @param <K> the thing
 * @param <V> what was done with it
 */
public final class Recently<K, V> {
    private static final long KEPT_MILLIS = 60_000;
    private static final int MOST = 100_000;

    private final Map<K, Dated<V>> known = new LinkedHashMap<>();

    /** This was done at {@code monotonicMillis}. */
    public void remember(K thing, V done, long monotonicMillis) {
        known.remove(thing);
        known.put(thing, new Dated<>(done, monotonicMillis));
        Iterator<Dated<V>> oldestFirst = known.values().iterator();
        while (isTooMuch(oldestFirst.next(), monotonicMillis)) {
            oldestFirst.remove();
        }
    }

    /** What was done with it, if that was not long ago. */
    public @Nullable V recall(K thing) {
        Dated<V> found = known.get(thing);
        return found == null ? null : found.done;
    }

    /** Never the one that was just remembered. */
    private boolean isTooMuch(Dated<V> oldest, long monotonicMillis) {
        return known.size() > MOST || oldest.at < monotonicMillis - KEPT_MILLIS;
    }

    private record Dated<V>(V done, long at) {}
}
