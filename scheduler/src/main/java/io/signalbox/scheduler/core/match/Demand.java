package io.signalbox.scheduler.core.match;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.core.runner.Runner;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a task wants of a runner. Tasks with equal demands are interchangeable to the matcher (I5).
 *
 * @param project whose task it is: the runner must serve it
 * @param pool the only pool that may run it
 * @param tags the runner must have each; one that begins with {@code !} it must not have; {@code key=value} is a tag like any other
 */
public record Demand(ProjectName project, @Nullable PoolName pool, List<String> tags) {
    private static final char NOT = '!';

    /** The demand of a task with these terms. */
    public static Demand of(TaskTerms terms) {
        return new Demand(terms.project(), terms.pool(), terms.tags());
    }

    /** Whether a runner like this can do it. */
    public boolean fits(Runner.Profile runner) {
        return isOf(runner) && serves(runner) && tags.stream().allMatch(tag -> satisfies(tag, runner));
    }

    /** Whether the runner belongs to the pool that is wanted, if one is. */
    public boolean isOf(Runner.Profile runner) {
        return pool == null || pool.equals(runner.pool());
    }

    /** Whether the runner serves the project. */
    public boolean serves(Runner.Profile runner) {
        return runner.projects().isEmpty() || runner.projects().contains(project);
    }

    /** Whether the runner keeps one required tag. */
    public static boolean satisfies(String tag, Runner.Profile runner) {
        return tag.charAt(0) == NOT
                ? !runner.tags().contains(tag.substring(1))
                : runner.tags().contains(tag);
    }
}
