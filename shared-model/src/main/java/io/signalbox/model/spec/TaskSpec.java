package io.signalbox.model.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task as its user describes it; what was left out has its default. Only {@code commands} is required.
 * It may still break {@link io.signalbox.model.rule.SpecRules}: a record that cannot be built could not say what is wrong with it.
 *
 * @param project whose task it is
 * @param name for people
 * @param commands shell commands, in order
 * @param tags all of them must be among the runner's
 * @param pool the only pool that may run it
 * @param env environment, values taken literally
 * @param files written before the commands
 * @param prologue commands before the commands
 * @param epilogue commands afterwards, in any case
 * @param secrets names of the project's secrets to give to the attempt
 * @param priority 0 to 100, higher first
 * @param timeout how long one attempt may run
 * @param stopGrace from the polite signal to the deadly one
 * @param queueTimeout how long it may wait
 * @param notBefore when it may start at the earliest
 * @param retry further attempts after a failed one
 * @param onLost what losing the runner means
 * @param concurrency a limit shared with other tasks
 * @param fallback wider tags after a while
 * @param executor what runs it
 * @param labels for finding it again
 * @param folder what the working folder begins with
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TaskSpec(
        ProjectName project,
        @Nullable String name,
        List<Command> commands,
        List<String> tags,
        @Nullable PoolName pool,
        Map<String, String> env,
        List<TaskFile> files,
        List<Command> prologue,
        Epilogue epilogue,
        List<String> secrets,
        Integer priority,
        Duration timeout,
        Duration stopGrace,
        Duration queueTimeout,
        @Nullable Instant notBefore,
        RetryPolicy retry,
        OnLost onLost,
        @Nullable Concurrency concurrency,
        @Nullable Fallback fallback,
        Executor executor,
        Map<String, String> labels,
        @Nullable SentFolder folder) {
    public TaskSpec {
        project = Defaults.or(project, ProjectName.DEFAULT);
        commands = Defaults.list(commands);
        tags = Defaults.list(tags);
        env = Defaults.map(env);
        files = Defaults.list(files);
        prologue = Defaults.list(prologue);
        epilogue = Defaults.or(epilogue, Epilogue.NONE);
        secrets = Defaults.list(secrets);
        priority = Defaults.or(priority, 50);
        timeout = Defaults.or(timeout, Duration.ofHours(1));
        stopGrace = Defaults.or(stopGrace, Duration.ofSeconds(10));
        queueTimeout = Defaults.or(queueTimeout, Duration.ofHours(24));
        retry = Defaults.or(retry, RetryPolicy.NONE);
        onLost = Defaults.or(onLost, OnLost.FAIL);
        executor = Defaults.or(executor, Executor.Shell.DEFAULT);
        labels = Defaults.map(labels);
    }
}
