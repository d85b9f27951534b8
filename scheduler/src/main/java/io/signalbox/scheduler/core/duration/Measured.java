package io.signalbox.scheduler.core.duration;

import io.signalbox.model.id.ProjectName;
import io.signalbox.model.task.TaskTerms;
import java.util.HashMap;
import java.util.Map;

/**
 * How long tasks took lately, as it was known at one moment: those of one project that asked for the same, while there are none those of the
 * project, and else those of all. Immutable.
 */
public final class Measured {
    private final Map<Expectation, Spread> kinds;
    private final Map<ProjectName, Spread> projects;
    private final Spread all;

    Measured(Map<Expectation, Spread> kinds, Map<ProjectName, Spread> projects, Spread all) {
        this.kinds = new HashMap<>(kinds);
        this.projects = new HashMap<>(projects);
        this.all = all;
    }

    /** How long a task with these terms will take, as far as known. */
    public Spread of(TaskTerms terms) {
        Spread own = kinds.get(Expectation.of(terms));
        return own == null ? of(terms.project()) : own;
    }

    /** How long a task of the project will take, as far as known. */
    public Spread of(ProjectName project) {
        return projects.getOrDefault(project, all);
    }
}
