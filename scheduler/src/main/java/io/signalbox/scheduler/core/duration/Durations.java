package io.signalbox.scheduler.core.duration;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.task.TaskTerms;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long tasks took lately: those of one project that asked for the same, while there are none those of the project, and else those of
 * all. What has not been measured for long is forgotten first.
 */
public final class Durations {
    private static final int MOST = 10_000;

    private final Map<Kind, Known> kinds = new LinkedHashMap<>();
    private final Map<ProjectName, Spread> projects = new LinkedHashMap<>();
    /** Terms are shared by tasks, and looked up far more often than they are measured. */
    private final IdentityHashMap<TaskTerms, Known> seen = new IdentityHashMap<>();

    private Spread all = Spread.UNKNOWN;

    private static final class Known {
        private Spread own = Spread.UNKNOWN;
    }

    /**
     * Tasks that are expected to take equally long.
     *
     * @param project theirs
     * @param pool the one they ask for
     * @param tags they require
     */
    private record Kind(ProjectName project, @Nullable PoolName pool, List<String> tags) {
        static Kind of(TaskTerms terms) {
            return new Kind(terms.project(), terms.pool(), terms.tags());
        }
    }

    /** A task with these terms took so long on its slot. */
    public void measure(TaskTerms terms, long tookMillis) {
        Known known = kinds.remove(Kind.of(terms));
        Known measured = known == null ? new Known() : known;
        measured.own = measured.own.with(tookMillis);
        kinds.put(Kind.of(terms), measured);
        Spread project = projects.remove(terms.project());
        projects.put(terms.project(), (project == null ? Spread.UNKNOWN : project).with(tookMillis));
        all = all.with(tookMillis);
        forgetOldest(kinds);
        forgetOldest(projects);
    }

    /** How long a task with these terms will take, as far as known. */
    public Spread of(TaskTerms terms) {
        if (seen.size() > MOST) {
            forgetOldest(kinds);
            seen.clear();
        }
        Known known = seen.computeIfAbsent(terms, it -> kinds.computeIfAbsent(Kind.of(it), kind -> new Known()));
        return known.own.isKnown() ? known.own : of(terms.project());
    }

    /** How long a task of the project will take, as far as known. */
    public Spread of(ProjectName project) {
        return projects.getOrDefault(project, all);
    }

    private void forgetOldest(Map<?, ?> known) {
        while (known.size() > MOST) {
            known.remove(known.keySet().iterator().next());
            seen.clear();
        }
    }
}
