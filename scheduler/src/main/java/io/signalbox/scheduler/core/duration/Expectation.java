package io.signalbox.scheduler.core.duration;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.task.TaskTerms;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What tasks have in common that are expected to take equally long: project, pool and tags. It keeps its hash, since maps of thousands are copied
 * for every few questions.
 */
final class Expectation {
    private final ProjectName project;
    private final @Nullable PoolName pool;
    private final List<String> tags;
    private final int hash;

    private Expectation(ProjectName project, @Nullable PoolName pool, List<String> tags) {
        this.project = project;
        this.pool = pool;
        this.tags = tags;
        this.hash = Objects.hash(project, pool, tags);
    }

    static Expectation of(TaskTerms terms) {
        return new Expectation(terms.project(), terms.pool(), terms.tags());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Expectation it
                && hash == it.hash
                && project.equals(it.project)
                && Objects.equals(pool, it.pool)
                && tags.equals(it.tags);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
