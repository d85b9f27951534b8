package io.signalbox.gateway.log.http;

import io.signalbox.gateway.log.LogUnreadable;
import io.signalbox.gateway.log.view.LiveLogs;
import io.signalbox.gateway.log.view.LogPage;
import io.signalbox.gateway.log.view.LogReader;
import io.signalbox.gateway.log.view.TaskAttempts;
import io.signalbox.gateway.problem.Problem;
import io.signalbox.gateway.problem.ProblemException;
import io.signalbox.model.error.ErrorCode;
import io.signalbox.model.id.TaskId;
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

    /** The task's attempts; a problem when there is no such task. */
    TaskAttempts attempts(TaskId task) {
        return answered(() -> finder.of(task))
                .orElseThrow(() -> problem(ErrorCode.NOT_FOUND, "There is no task " + task));
    }

    /** The attempt with the number, or the newest; empty when the task has none and no number was asked for. */
    Optional<TaskAttempts.Numbered> select(TaskId task, TaskAttempts attempts, Optional<Integer> number) {
        Optional<TaskAttempts.Numbered> selected = attempts.select(number);
        if (selected.isEmpty() && number.isPresent()) {
            throw problem(ErrorCode.NOT_FOUND, "Task %s has no attempt %d".formatted(task, number.get()));
        }
        return selected;
    }

    /** The page from {@code from} on, as soon as it has an event or is the end, at the latest after {@code wait}. */
    LogPage await(TaskId task, Optional<Integer> number, PageStart start, int limit, Duration wait)
            throws InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        Optional<TaskAttempts.Numbered> attempt = awaitAttempt(task, number, deadline);
        if (attempt.isEmpty()) {
            return attempts(task).state().isTerminal() ? LogPage.nothingEver() : LogPage.nothingYet();
        }
        try (var watch = live.watch(attempt.get().id())) {
            while (true) {
                long heard = watch.bells();
                LogPage page = answered(() -> {
                    long from = start.in(reader.tail(attempt.get().id()));
                    return reader.page(attempt.get().id(), from, limit);
                });
                if (!page.events().isEmpty() || page.complete() || System.nanoTime() >= deadline) {
                    return page;
                }
                watch.await(heard, left(deadline));
            }
        }
    }

    private Optional<TaskAttempts.Numbered> awaitAttempt(TaskId task, Optional<Integer> number, long deadline)
            throws InterruptedException {
        try (var watch = live.watch(task)) {
            while (true) {
                long heard = watch.bells();
                TaskAttempts attempts = attempts(task);
                Optional<TaskAttempts.Numbered> selected = select(task, attempts, number);
                if (selected.isPresent() || attempts.state().isTerminal() || System.nanoTime() >= deadline) {
                    return selected;
                }
                watch.await(heard, left(deadline));
            }
        }
    }

    /** The task's attempts when the attempt with this id has ended, or as they are after {@code atMost}. */
    TaskAttempts awaitEnd(TaskId task, TaskAttempts.Numbered attempt, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        try (var watch = live.watch(task)) {
            while (true) {
                long heard = watch.bells();
                TaskAttempts attempts = attempts(task);
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
