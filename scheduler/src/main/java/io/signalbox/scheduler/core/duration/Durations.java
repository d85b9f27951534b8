package io.signalbox.scheduler.core.duration;

import io.signalbox.model.id.ProjectName;
import io.signalbox.model.task.TaskTerms;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures how long tasks take. What has not been measured for long is forgotten first. */
public final class Durations {
    private static final int MOST = 10_000;

    private final Map<Expectation, Spread> kinds = new LinkedHashMap<>();
    private final Map<ProjectName, Spread> projects = new LinkedHashMap<>();
    private Spread all = Spread.UNKNOWN;
    private @Nullable Measured copy;

    /** A task with these terms took so long on its slot. */
    public void measure(TaskTerms terms, long tookMillis) {
        measure(kinds, Expectation.of(terms), tookMillis);
        measure(projects, terms.project(), tookMillis);
        all = all.with(tookMillis);
        copy = null;
    }

    /** What is known now; the same copy until more is. */
    public Measured now() {
        Measured known = copy;
        if (known == null) {
            known = new Measured(kinds, projects, all);
            copy = known;
        }
        return known;
    }

    private static <K> void measure(Map<K, Spread> spreads, K key, long tookMillis) {
        Spread known = spreads.remove(key);
        spreads.put(key, (known == null ? Spread.UNKNOWN : known).with(tookMillis));
        if (spreads.size() > MOST) {
            spreads.remove(spreads.keySet().iterator().next());
        }
    }
}
