package io.signalbox.model.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.spec.Concurrency;
import io.signalbox.model.spec.Fallback;
import io.signalbox.model.spec.OnLost;
import io.signalbox.model.spec.RetryPolicy;
import io.signalbox.model.spec.SentFolder;
import io.signalbox.model.spec.TaskSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the scheduler must know of a task: where and when it may run, and what follows its end. Never what it runs.
 *
 * @param project whose task it is
 * @param pool the only pool that may run it
 * @param tags required of the runner, sorted, the executor's among them and that of a folder
 * @param priority 0 to 100, higher first
 * @param createdAt when it was submitted, by the gateway's clock; for order and display
 * @param notBefore when it may start at the earliest
 * @param queueTimeout how long it may wait, from {@code notBefore} or else {@code createdAt}
 * @param timeout how long one attempt may run
 * @param stopGrace from the polite signal to the deadly one
 * @param retry further attempts after a failed one
 * @param onLost what losing the runner means
 * @param concurrency a limit shared with other tasks
 * @param fallback wider tags after a while
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskTerms(
        ProjectName project,
        @Nullable PoolName pool,
        List<String> tags,
        int priority,
        Instant createdAt,
        @Nullable Instant notBefore,
        Duration queueTimeout,
        Duration timeout,
        Duration stopGrace,
        RetryPolicy retry,
        OnLost onLost,
        @Nullable Concurrency concurrency,
        @Nullable Fallback fallback) {
    public TaskTerms {
        tags = List.copyOf(tags);
    }

    /** The terms that follow from a specification. */
    public static TaskTerms of(TaskSpec spec, Instant createdAt) {
        var required = new TreeSet<>(spec.tags());
        required.add(spec.executor().tag());
        if (spec.folder() != null) {
            required.add(SentFolder.TAG);
        }
        return new TaskTerms(
                spec.project(),
                spec.pool(),
                List.copyOf(required),
                spec.priority(),
                createdAt,
                spec.notBefore(),
                spec.queueTimeout(),
                spec.timeout(),
                spec.stopGrace(),
                spec.retry(),
                spec.onLost(),
                spec.concurrency(),
                spec.fallback());
    }
}
