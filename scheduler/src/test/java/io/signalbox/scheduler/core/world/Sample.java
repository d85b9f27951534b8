package io.signalbox.scheduler.core.world;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.spec.Concurrency;
import io.signalbox.model.spec.Fallback;
import io.signalbox.model.spec.OnLost;
import io.signalbox.model.spec.RetryPolicy;
import io.signalbox.model.task.TaskTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values that tests begin with, and how to vary them. */
public final class Sample {
    public static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
    public static final RelayId RELAY = new RelayId("r-1");
    public static final String SHELL = "executor:shell";

    private Sample() {}

    public static TaskId task(int number) {
        return new TaskId("00000000-0000-7000-8000-%012d".formatted(number));
    }

    public static RunnerId runner(int number) {
        return new RunnerId("00000000-0000-4000-8000-%012d".formatted(number));
    }

    /** Terms of a task that any runner with a shell may run. */
    public static Terms terms() {
        return new Terms();
    }

    /** Terms in the making. */
    public static final class Terms {
        private ProjectName project = ProjectName.DEFAULT;
        private @Nullable PoolName pool;
        private List<String> tags = List.of(SHELL);
        private Instant createdAt = START;
        private @Nullable Instant notBefore;
        private Duration queueTimeout = Duration.ofHours(24);
        private Duration timeout = Duration.ofHours(1);
        private RetryPolicy retry = RetryPolicy.NONE;
        private OnLost onLost = OnLost.FAIL;
        private int priority = 50;
        private @Nullable Concurrency concurrency;
        private @Nullable Fallback fallback;

        public Terms project(String name) {
            project = new ProjectName(name);
            return this;
        }

        public Terms pool(String name) {
            pool = new PoolName(name);
            return this;
        }

        public Terms tags(String... required) {
            tags = Arrays.asList(required);
            return this;
        }

        public Terms createdAt(Instant at) {
            createdAt = at;
            return this;
        }

        public Terms notBefore(Instant at) {
            notBefore = at;
            return this;
        }

        public Terms queueTimeout(Duration limit) {
            queueTimeout = limit;
            return this;
        }

        public Terms timeout(Duration limit) {
            timeout = limit;
            return this;
        }

        public Terms retry(int maxAttempts, RetryPolicy.Cause... causes) {
            retry = new RetryPolicy(maxAttempts, Arrays.asList(causes), List.of(), Duration.ofSeconds(10));
            return this;
        }

        public Terms retryExitCodes(int maxAttempts, Integer... exitCodes) {
            retry = new RetryPolicy(
                    maxAttempts, List.of(RetryPolicy.Cause.FAILED), Arrays.asList(exitCodes), Duration.ofSeconds(10));
            return this;
        }

        public Terms onLost(OnLost policy) {
            onLost = policy;
            return this;
        }

        public Terms requeueWhenLost() {
            onLost = new OnLost(OnLost.Policy.REQUEUE, Duration.ofSeconds(60), 3);
            return this;
        }

        public Terms priority(int value) {
            priority = value;
            return this;
        }

        public Terms concurrency(String key, int limit, Concurrency.Policy policy) {
            concurrency = new Concurrency(key, limit, policy);
            return this;
        }

        public Terms fallback(Duration after, String... wider) {
            fallback = new Fallback(after, Arrays.asList(wider));
            return this;
        }

        public Terms fallback(Fallback wider) {
            fallback = wider;
            return this;
        }

        public Terms fallbackTo(Duration after, String otherPool) {
            fallback = new Fallback(after, null, new PoolName(otherPool));
            return this;
        }

        public TaskTerms build() {
            return new TaskTerms(
                    project,
                    pool,
                    tags,
                    priority,
                    createdAt,
                    notBefore,
                    queueTimeout,
                    timeout,
                    Duration.ofSeconds(10),
                    retry,
                    onLost,
                    concurrency,
                    fallback);
        }
    }
}
