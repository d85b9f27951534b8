package io.signalbox.scheduler.core.draft;

import io.signalbox.model.store.report.ReportId;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.TaskChange;
import io.signalbox.scheduler.core.task.Attempt;
import io.signalbox.scheduler.core.task.EndedAttempt;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.task.TaskEvent;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.task.Transitions;
import io.signalbox.scheduler.core.task.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The one write of a task in a batch, as it grows. Each state entered on the way leaves an event, with its place in this write (C19). */
public final class Draft {
    private final TaskEntry task;
    private final long expectedVersion;
    private final List<EndedAttempt> ended = new ArrayList<>(1);
    private final List<TaskEvent> events = new ArrayList<>(2);
    private final List<ReportId> consumed = new ArrayList<>(2);
    private final List<Effect> effects = new ArrayList<>(2);

    Draft(TaskEntry task) {
        this.task = task;
        this.expectedVersion = task.version();
    }

    /** Whether it writes what this entry stands for, and not an older reading of the same task. */
    boolean isOf(TaskEntry entry) {
        return Objects.equals(task, entry);
    }

    /** The version that this write leaves behind. */
    public long version() {
        return expectedVersion + 1;
    }

    /** The task enters {@code next}, or stays in its state with other data, which is no event. */
    public void move(Trigger trigger, TaskStatus next, Instant at) {
        Transitions.require(task.id(), task.state(), trigger, next.state());
        TaskStatus.Live before = task.live();
        boolean entered = next.state() != task.state();
        task.become(next, version());
        if (entered) {
            Attempt attempt =
                    next instanceof TaskStatus.Live live ? live.attempt() : before == null ? null : before.attempt();
            events.add(new TaskEvent(version(), events.size(), next.state(), at, data(attempt, next)));
        }
    }

    /** An attempt that had started ended: it joins the history. */
    public void end(EndedAttempt attempt) {
        ended.add(attempt);
        task.countTry(attempt.state());
        if (attempt.reason() != null && attempt.reason().code() == ReasonCode.START_FAILED) {
            task.countFailedStart(attempt.attempt().runnerName());
        }
    }

    /** The report has had its effect: it may be removed once this is stored (C18). */
    public void consume(ReportId report) {
        if (!consumed.contains(report)) {
            consumed.add(report);
        }
    }

    /** Wants something once this write is stored. */
    public void want(Effect effect) {
        effects.add(effect);
    }

    /** The write as it stands. */
    TaskChange change() {
        return new TaskChange(
                task.id(),
                expectedVersion,
                task.status(),
                task.fence(),
                task.cancelRequestedAt(),
                ended,
                events,
                consumed,
                effects);
    }

    private static TaskEvent.Data data(@Nullable Attempt attempt, TaskStatus next) {
        Reason reason = next instanceof TaskStatus.Ended end ? end.reason() : null;
        Integer exitCode = next instanceof TaskStatus.Ended end ? end.exitCode() : null;
        return attempt == null
                ? new TaskEvent.Data(null, null, null, null, reason, exitCode)
                : new TaskEvent.Data(
                        attempt.id(),
                        attempt.number(),
                        attempt.slot().runner(),
                        attempt.runnerName(),
                        reason,
                        exitCode);
    }
}
