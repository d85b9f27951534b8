package io.signalbox.gateway.log;

import io.signalbox.gateway.log.LogLine.MalformedLine;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.TaskId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.util.unit.DataSize;

/** Remembers the logs that were appended to lately, and tells live tails and other gateways that one grew. */
public final class LogAppender implements LogWriter {
    private final ChunkStore store;
    private final long quota;
    private final LogBells bells;
    private final Executor executor;
    private final Recent<AttemptLog> logs = new Recent<>(20_000);
    private final Recent<SealOutcome> seals = new Recent<>(100_000);

    /**
     * Makes an appender.
     *
     * @param executor of virtual threads: appends block in it
     * @param quota output that one attempt's log may have
     */
    public LogAppender(ChunkStore store, LogBells bells, Executor executor, DataSize quota) {
        this.store = store;
        this.quota = quota.toBytes();
        this.bells = bells;
        this.executor = executor;
    }

    @Override
    public CompletableFuture<AppendOutcome> append(AttemptId attempt, TaskId task, long startFrom, List<byte[]> lines) {
        List<LogLine> events = new ArrayList<>(lines.size());
        for (byte[] line : lines) {
            try {
                events.add(LogLine.of(line));
            } catch (MalformedLine e) {
                long index = startFrom + events.size();
                return CompletableFuture.completedFuture(new AppendOutcome.Malformed(index, e.detail()));
            }
        }
        return run(attempt, task, log -> log.append(startFrom, events), AppendOutcome.Unavailable::new)
                .thenApply(outcome -> {
                    if (outcome instanceof AppendOutcome.Appended(long end)) {
                        bells.grew(attempt, end);
                    }
                    return outcome;
                });
    }

    @Override
    public CompletableFuture<SealOutcome> seal(AttemptId attempt, TaskId task, OptionalLong logEnd) {
        return run(attempt, task, log -> log.seal(logEnd), SealOutcome.Unavailable::new)
                .thenApply(outcome -> sealed(attempt, outcome));
    }

    @Override
    public CompletableFuture<SealOutcome> sealAsIs(AttemptId attempt, TaskId task, OptionalLong logEnd) {
        Optional<SealOutcome> done = seals.get(attempt);
        return done.map(CompletableFuture::completedFuture)
                .orElseGet(() -> run(attempt, task, log -> log.sealAsIs(logEnd), SealOutcome.Unavailable::new)
                        .thenApply(outcome -> sealed(attempt, outcome)));
    }

    private SealOutcome sealed(AttemptId attempt, SealOutcome outcome) {
        if (outcome instanceof SealOutcome.Sealed sealed) {
            logs.remove(attempt);
            seals.get(attempt, () -> outcome);
            bells.sealed(attempt, sealed.end());
        }
        return outcome;
    }

    private <T> CompletableFuture<T> run(
            AttemptId attempt, TaskId task, Function<AttemptLog, T> action, Function<String, T> unavailable) {
        AttemptLog log = logs.get(attempt, () -> new AttemptLog(new LogChain(attempt, task), store, quota));
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return action.apply(log);
                    } catch (LogUnreadable e) {
                        return unavailable.apply(e.detail());
                    }
                },
                executor);
    }

    /** What is remembered of the attempts that were heard of last; the oldest are forgotten. Thread-safe. */
    private static final class Recent<V> {
        private final Map<AttemptId, V> values;

        Recent(int most) {
            this.values = new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<AttemptId, V> eldest) {
                    return size() > most;
                }
            };
        }

        synchronized Optional<V> get(AttemptId attempt) {
            return Optional.ofNullable(values.get(attempt));
        }

        /** What is remembered, or else {@code fresh}, which is from now on. */
        synchronized V get(AttemptId attempt, Supplier<V> fresh) {
            return values.computeIfAbsent(attempt, _ -> fresh.get());
        }

        synchronized void remove(AttemptId attempt) {
            values.remove(attempt);
        }
    }
}
