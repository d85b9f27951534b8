package io.signalbox.gateway.log.http;

import io.signalbox.gateway.log.LogUnreadable;
import io.signalbox.gateway.log.view.LiveLogs;
import io.signalbox.gateway.log.view.LogPage;
import io.signalbox.gateway.log.view.LogReader;
import io.signalbox.gateway.log.view.TaskAttempts;
import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.problem.ProblemException;
import io.signalbox.model.error.ErrorCode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the log that a request is about, and waits for it to grow. Blocks; made for virtual threads. */
public final class LogSource {
    /** Bells may be lost: whoever waits looks again after this. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final TaskAttempts.Finder finder;
    private final LogReader reader;
    private final LiveLogs live;

    /** Over what is stored and what is told. */
    public LogSource(TaskAttempts.Finder finder, LogReader reader, LiveLogs live) {
        this.finder = finder;
        this.reader = reader;
        this.live = live;
    }

    /** The task's attempts; a problem when there is no such task, none that the caller may see, or no log of it any more (C25). */
    TaskAttempts attempts(WantedLog wanted) {
        TaskAttempts attempts = answered(() -> finder.of(wanted.task()))
                .filter(found -> wanted.scope().includes(found.project()))
                .orElseThrow(() -> problem(ErrorCode.NOT_FOUND, "There is no task " + wanted.task()));
        if (attempts.logPurgedAt() != null && !attempts.attempts().isEmpty()) {
            String detail = "The log of task %s was kept for as long as project %s says, until %s"
                    .formatted(wanted.task(), attempts.project(), attempts.logPurgedAt());
            throw problem(ErrorCode.LOG_PURGED, detail);
        }
        return attempts;
    }

    /** What was read of the log of an ended attempt, unless the log began to be purged meanwhile: then it may be incomplete. */
    <T> T unlessPurged(WantedLog wanted, TaskAttempts.Numbered attempt, T read) {
        if (!attempt.live()) {
            attempts(wanted);
        }
        return read;
    }

    /** The attempt that is wanted; empty when the task has none and no number was asked for. */
    Optional<TaskAttempts.Numbered> select(WantedLog wanted, TaskAttempts attempts) {
        Optional<TaskAttempts.Numbered> selected = attempts.select(wanted.attempt());
        if (selected.isEmpty() && wanted.attempt().isPresent()) {
            String detail = "Task %s has no attempt %d"
                    .formatted(wanted.task(), wanted.attempt().get());
            throw problem(ErrorCode.NOT_FOUND, detail);
        }
        return selected;
    }

    /** The page from {@code from} on, as soon as it has an event or is the end, at the latest after {@code wait}. */
    LogPage await(WantedLog wanted, PageStart start, int limit, Duration wait) throws InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        Optional<TaskAttempts.Numbered> attempt = awaitAttempt(wanted, deadline);
        if (attempt.isEmpty()) {
            return attempts(wanted).state().isTerminal() ? LogPage.nothingEver() : LogPage.nothingYet();
        }
        try (var watch = live.watch(attempt.get().id())) {
            while (true) {
                long heard = watch.bells();
                LogPage page = answered(() -> {
                    long from = start.in(reader.tail(attempt.get().id()));
                    return reader.page(attempt.get().id(), from, limit);
                });
                if (!page.events().isEmpty() || page.complete() || System.nanoTime() >= deadline) {
                    return unlessPurged(wanted, attempt.get(), page);
                }
                watch.await(heard, left(deadline));
            }
        }
    }

    private Optional<TaskAttempts.Numbered> awaitAttempt(WantedLog wanted, long deadline) throws InterruptedException {
        try (var watch = live.watch(wanted.task())) {
            while (true) {
                long heard = watch.bells();
                TaskAttempts attempts = attempts(wanted);
                Optional<TaskAttempts.Numbered> selected = select(wanted, attempts);
                if (selected.isPresent() || attempts.state().isTerminal() || System.nanoTime() >= deadline) {
                    return selected;
                }
                watch.await(heard, left(deadline));
            }
        }
    }

    /** The task's attempts when the attempt with this id has ended, or as they are after {@code atMost}. */
    TaskAttempts awaitEnd(WantedLog wanted, TaskAttempts.Numbered attempt, Duration atMost)
            throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        try (var watch = live.watch(wanted.task())) {
            while (true) {
                long heard = watch.bells();
                TaskAttempts attempts = attempts(wanted);
                boolean live = attempts.attempts().stream()
                        .anyMatch(one -> one.live() && one.id().equals(attempt.id()));
                if (!live || System.nanoTime() >= deadline) {
                    return attempts;
                }
                watch.await(heard, left(deadline));
            }
        }
    }

    static <T> T answered(Supplier<T> read) {
        try {
            return read.get();
        } catch (LogUnreadable e) {
            throw problem(ErrorCode.STORE_UNAVAILABLE, e.detail());
        }
    }

    static ProblemException problem(ErrorCode code, String detail) {
        return Problem.of(code, detail).toException();
    }

    private static Duration left(long deadline) {
        Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
        return left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN;
    }
}
