package io.signalbox.scheduler.core.view;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.core.duration.Measured;
import io.signalbox.scheduler.core.duration.Spread;
import io.signalbox.scheduler.core.match.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Runners, what they have to do and what waits, at one moment.
 *
 * @param at when, by the best known clock
 * @param runners every one that is known
 * @param waiting what waits, grouped by what it wants
 * @param projects every one that waits or runs, or did
 * @param pools every one that has runners, had some, or of which something was said
 * @param measured how long tasks took
 */
public record Snapshot(
        Instant at,
        List<RunnerView> runners,
        List<Waiting> waiting,
        Map<ProjectName, ProjectView> projects,
        Map<PoolName, PoolView> pools,
        Measured measured) {
    public Snapshot {
        runners = List.copyOf(runners);
        waiting = List.copyOf(waiting);
        projects = Map.copyOf(projects);
        pools = Map.copyOf(pools);
    }

    /** The same queue with other runners. */
    public Snapshot with(List<RunnerView> others) {
        return new Snapshot(at, others, waiting, projects, pools, measured);
    }

    /** What is known of a project; one that neither waits nor runs has what is usual. */
    public ProjectView project(ProjectName name) {
        return projects.getOrDefault(name, ProjectView.UNKNOWN);
    }

    /** What is known of a pool. */
    public PoolView pool(PoolName name) {
        return pools.getOrDefault(name, PoolView.UNKNOWN);
    }

    /** How long tasks with these terms take. */
    public Spread usual(TaskTerms terms) {
        return measured.of(terms);
    }

    /** For how long a live attempt will go on, in milliseconds. */
    public double rest(Work work) {
        return usual(work.terms()).rest(Math.max(0, at.toEpochMilli() - work.since()));
    }
}
