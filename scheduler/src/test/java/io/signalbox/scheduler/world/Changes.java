package io.signalbox.scheduler.world;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Fence;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.TaskChange;
import io.signalbox.scheduler.core.task.Attempt;
import io.signalbox.scheduler.core.task.EndedAttempt;
import io.signalbox.scheduler.core.task.Stop;
import io.signalbox.scheduler.core.task.TaskEvent;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The writes of a task's life, as a core would want them. */
public final class Changes {

    private Changes() {}

    /** The attempt of {@code task} that a leader of {@code epoch} made. */
    public static Attempt attempt(TaskId task, long epoch) {
        return new Attempt(
                AttemptId.derive(task, Sample.START, new Epoch(epoch), 1),
                1,
                new Fence(0),
                new Epoch(epoch),
                new SlotRef(Sample.runner(1), 0),
                "runner-1",
                new Generation(1),
                PoolName.DEFAULT,
                Sample.RELAY,
                Sample.START);
    }

    /** queued → assigned, by a leader of {@code epoch}. */
    public static TaskChange assign(TaskId task, long version, long epoch) {
        return change(task, version, new TaskStatus.Assigned(attempt(task, epoch), null), List.of(), List.of());
    }

    /** assigned → running, with a stop on its way. */
    public static TaskChange run(TaskId task, long version, long epoch) {
        var stop = new Stop(ReasonCode.CANCEL_REQUESTED, Sample.START);
        return change(
                task, version, new TaskStatus.Running(attempt(task, epoch), Sample.START, stop), List.of(), List.of());
    }

    /** running → passed, when it had had its slot for so long. */
    public static TaskChange pass(TaskId task, long version, long epoch, Duration took) {
        Attempt attempt = attempt(task, epoch);
        Instant at = Sample.START.plus(took);
        return change(
                task,
                version,
                new TaskStatus.Ended(TaskState.PASSED, null, 0, at),
                List.of(new EndedAttempt(attempt, Sample.START, at, TaskState.PASSED, null, 0, true)),
                List.of(ReportId.start(attempt.id()), ReportId.finished(attempt.id())));
    }

    /** running → lost, its end consumed. */
    public static TaskChange lose(TaskId task, long version, long epoch) {
        Attempt attempt = attempt(task, epoch);
        var reason = new Reason(ReasonCode.RUNNER_LOST, "runner-1 was silent");
        return change(
                task,
                version,
                new TaskStatus.Ended(TaskState.LOST, reason, 137, Sample.START),
                List.of(new EndedAttempt(attempt, Sample.START, Sample.START, TaskState.LOST, reason, 137, false)),
                List.of(ReportId.start(attempt.id()), ReportId.finished(attempt.id())));
    }

    /** running → passed, as its runner reported. */
    public static TaskChange pass(TaskId task, long version, long epoch) {
        return pass(task, version, epoch, Duration.ZERO);
    }

    private static TaskChange change(
            TaskId task, long version, TaskStatus status, List<EndedAttempt> ended, List<ReportId> consumed) {
        @Nullable
        AttemptId attempt =
                status instanceof TaskStatus.Live live ? live.attempt().id() : null;
        var data = new TaskEvent.Data(attempt, 1, null, null, null, null);
        return new TaskChange(
                task,
                version,
                status,
                new Fence(ended.size()),
                null,
                ended,
                List.of(new TaskEvent(version + 1, 0, status.state(), Sample.START, data)),
                consumed,
                List.of());
    }
}
