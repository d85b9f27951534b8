package io.signalbox.gateway.secret;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals anew what is not sealed under the present key. Each value is replaced by one operation, under the guard of what was read: killed anywhere and
 * done again it goes on, and a value that somebody writes meanwhile stays as it was written. Blocks; several may do it at once.
 */
public final class ChangeKey {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeKey.class);
    private static final int AT_ONCE = 200;

    private final List<SealedValues> kinds;
    private final KeyRing keys;

    /** Seals all of {@code kinds} under the present key of {@code keys}. */
    public ChangeKey(List<SealedValues> kinds, KeyRing keys) {
        this.kinds = List.copyOf(kinds);
        this.keys = keys;
    }

    /**
     * What came of it.
     *
     * @param key id of the present key
     * @param sealed how many values are under it now that were not
     * @param unreadable how many do not open under any key that is known here
     */
    public record Outcome(String key, long sealed, long unreadable) {
        private Outcome plus(Outcome other) {
            return new Outcome(key, sealed + other.sealed, unreadable + other.unreadable);
        }
    }

    /** How many values there are under each key. */
    public Map<String, Long> byKey() {
        Map<String, Long> all = new TreeMap<>();
        kinds.forEach(kind -> kind.byKey().forEach((key, count) -> all.merge(key, count, Long::sum)));
        return all;
    }

    /** Does it. */
    public Outcome run() {
        return kinds.stream().map(this::all).reduce(none(), Outcome::plus);
    }

    private Outcome all(SealedValues kind) {
        Outcome outcome = none();
        String after = "";
        List<SealedValues.Value> values = kind.notUnder(keys.present(), after, AT_ONCE);
        while (!values.isEmpty()) {
            for (SealedValues.Value value : values) {
                outcome = outcome.plus(one(kind, value));
            }
            after = values.getLast().id();
            values = kind.notUnder(keys.present(), after, AT_ONCE);
        }
        return outcome;
    }

    private Outcome one(SealedValues kind, SealedValues.Value value) {
        String opened;
        try {
            opened = keys.open(value.sealed(), value.place());
        } catch (IllegalStateException e) {
            LOG.warn("Left a value as it is: {}", e.getMessage());
            return new Outcome(keys.present(), 0, 1);
        }
        boolean replaced = kind.replace(value, keys.seal(opened, value.place()));
        return new Outcome(keys.present(), replaced ? 1 : 0, 0);
    }

    private Outcome none() {
        return new Outcome(keys.present(), 0, 0);
    }
}
