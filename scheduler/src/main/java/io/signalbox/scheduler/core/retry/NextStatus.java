package io.signalbox.scheduler.core.retry;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.spec.OnLost;
import io.signalbox.model.spec.RetryPolicy;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.task.Stop;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.task.TaskStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a task when its attempt has ended: an end, or another attempt. A failed or timed out attempt is followed by another as
 * the task's retry policy says, a lost one as {@code onLost} says and by nothing else (C8); a cancel wish forbids both (C12).
 */
public final class NextStatus {
    private static final Duration WITHOUT_CONTACT = Duration.ofMinutes(65);

    private NextStatus() {}

    /** The task's next state; {@code task} still stands where it stood before the end. */
    public static TaskStatus after(AttemptEnd end, TaskEntry task, AttemptId attempt, Instant at) {
        return switch (end.state()) {
            case LOST -> afterLoss(end, task, at);
            case FAILED -> afterFailure(end, RetryPolicy.Cause.FAILED, task, attempt, at);
            case TIMED_OUT -> afterFailure(end, RetryPolicy.Cause.TIMED_OUT, task, attempt, at);
            default -> ended(end, at);
        };
    }

    private static TaskStatus afterLoss(AttemptEnd end, TaskEntry task, Instant at) {
        if (isCancelWanted(task)) {
            return new TaskStatus.Ended(TaskState.CANCELED, AttemptEnd.canceled(), end.exitCode(), at);
        }
        OnLost onLost = task.terms().onLost();
        if (onLost.policy() != OnLost.Policy.REQUEUE) {
            return ended(end, at);
        }
        if (task.losses() >= onLost.maxRequeues()) {
            return new TaskStatus.Ended(TaskState.LOST, lostOnceMore(end, task), end.exitCode(), at);
        }
        return new TaskStatus.Queued(at.plus(wait(end.rerun(), onLost.after())));
    }

    /** A task that loses one runner after another may be what they die of: it ends with that reason, whatever took the last of them. */
    private static @Nullable Reason lostOnceMore(AttemptEnd end, TaskEntry task) {
        if (task.losses() == 0) {
            return end.reason();
        }
        String last =
                end.reason() == null ? "" : "; the last one: " + end.reason().message();
        return new Reason(
                ReasonCode.LOST_REPEATEDLY,
                "it lost its runner in %d of %d attempts".formatted(task.losses() + 1, task.tries() + 1) + last);
    }

    /** How long the successor of a lost attempt waits, which fell silent {@code after} ago (C9, C10). */
    private static Duration wait(AttemptEnd.Rerun rerun, Duration after) {
        return switch (rerun) {
            case SAFE -> Duration.ZERO;
            case AFTER_GUARD, NEVER -> after;
            case AFTER_CONTACT -> withoutContact(after);
        };
    }

    /** Both waits together are as long as an official agent can go on without contact, or {@code after} where that is longer. */
    private static Duration withoutContact(Duration after) {
        Duration rest = WITHOUT_CONTACT.minus(after);
        return rest.compareTo(after) > 0 ? rest : after;
    }

    /** How long the successor waits from a beat of an official agent on. */
    public static Duration sinceContact(Duration after) {
        return WITHOUT_CONTACT.compareTo(after) > 0 ? WITHOUT_CONTACT : after;
    }

    private static TaskStatus afterFailure(
            AttemptEnd end, RetryPolicy.Cause cause, TaskEntry task, AttemptId attempt, Instant at) {
        RetryPolicy retry = task.terms().retry();
        int tries = task.tries() + 1;
        boolean again = end.rerun() != AttemptEnd.Rerun.NEVER
                && retry.on().contains(cause)
                && tries < retry.maxAttempts()
                && isExitCodeTried(end, retry)
                && !isCancelWanted(task);
        if (!again) {
            return ended(end, at);
        }
        Duration wait = Backoff.before(retry.backoff(), tries - task.losses(), attempt);
        return new TaskStatus.Queued(at.plus(wait));
    }

    private static boolean isExitCodeTried(AttemptEnd end, RetryPolicy retry) {
        return end.state() != TaskState.FAILED
                || retry.exitCodes().isEmpty()
                || (end.exitCode() != null && retry.exitCodes().contains(end.exitCode()));
    }

    private static boolean isCancelWanted(TaskEntry task) {
        TaskStatus.Live live = task.live();
        Stop stop = live == null ? null : live.stop();
        return stop != null && stop.cause() == ReasonCode.CANCEL_REQUESTED;
    }

    private static TaskStatus ended(AttemptEnd end, Instant at) {
        return new TaskStatus.Ended(end.state(), end.reason(), end.exitCode(), at);
    }
}
