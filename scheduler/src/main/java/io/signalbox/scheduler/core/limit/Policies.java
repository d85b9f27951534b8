package io.signalbox.scheduler.core.limit;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.policy.PoolPolicy;
import io.signalbox.model.policy.ProjectPolicy;
import java.util.Map;

/**
 * What operators decided, as it was read last.
 *
 * @param projects by name; one that is missing has what is usual
 * @param pools by name; one that is missing has what is usual
 */
public record Policies(Map<ProjectName, ProjectPolicy> projects, Map<PoolName, PoolPolicy> pools) {
    /** Before anything was read. */
    public static final Policies NONE = new Policies(Map.of(), Map.of());

    public Policies {
        projects = Map.copyOf(projects);
        pools = Map.copyOf(pools);
    }

    /** What holds for a project. */
    public ProjectPolicy of(ProjectName project) {
        return projects.getOrDefault(project, ProjectPolicy.DEFAULT);
    }

    /** What holds for a pool. */
    public PoolPolicy of(PoolName pool) {
        return pools.getOrDefault(pool, PoolPolicy.DEFAULT);
    }
}
