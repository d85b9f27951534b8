package io.signalbox.scheduler.core.match;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.spec.Fallback;
import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.task.TaskEntry;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a task wants of a runner. Tasks with equal demands are interchangeable to the matcher (I5).
 *
 * @param project whose task it is: the runner must serve it
 * @param pool the only pool that may run it
 * @param tags the runner must have each; one that begins with {@code !} it must not have; {@code key=value} is a tag like any other
 * @param shunned names of runners that must not get it, since they could not start it before
 * @param otherPool a pool that may run it, too, since it has waited long enough
 */
public record Demand(
        ProjectName project,
        @Nullable PoolName pool,
        List<String> tags,
        List<String> shunned,
        @Nullable PoolName otherPool) {
    private static final char NOT = '!';
    private static final String EXECUTOR = "executor:";

    /** A demand that shuns nobody. */
    public Demand(ProjectName project, @Nullable PoolName pool, List<String> tags) {
        this(project, pool, tags, List.of(), null);
    }

    /** The demand of a task with these terms that has just begun to wait. */
    public static Demand of(TaskTerms terms) {
        return new Demand(terms.project(), terms.pool(), terms.tags());
    }

    /** The demand of a task as it waits now: wider after the time of its fallback. */
    public static Demand of(TaskEntry task) {
        TaskTerms terms = task.terms();
        Fallback wider = task.isWidened() ? terms.fallback() : null;
        return wider == null
                ? new Demand(terms.project(), terms.pool(), terms.tags(), task.shunned(), null)
                : new Demand(
                        terms.project(),
                        terms.pool(),
                        wider.tags() == null ? terms.tags() : widened(terms, wider.tags()),
                        task.shunned(),
                        wider.pool());
    }

    /** A fallback changes what the runner must be, never what must run the commands. */
    private static List<String> widened(TaskTerms terms, List<String> wider) {
        var tags = new TreeSet<>(wider);
        terms.tags().stream().filter(tag -> tag.startsWith(EXECUTOR)).forEach(tags::add);
        return List.copyOf(tags);
    }

    /** Whether a runner like this can do it. */
    public boolean fits(Runner.Profile runner) {
        return isOf(runner)
                && serves(runner)
                && !shunned.contains(runner.name())
                && tags.stream().allMatch(tag -> satisfies(tag, runner));
    }

    /** Whether the runner belongs to the pool that is wanted, if one is. */
    public boolean isOf(Runner.Profile runner) {
        return isOf(runner.pool());
    }

    /** Whether this is a pool that is wanted, if one is. */
    public boolean isOf(PoolName runners) {
        return pool == null || pool.equals(runners) || runners.equals(otherPool);
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
