package io.signalbox.scheduler.core.task;

import io.signalbox.model.id.Fence;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.task.TaskState;
import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.core.time.Deadlines;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What memory holds of a task that is not terminal. Small: most tasks wait. As a deadline it stands for the next moment of the store's
 * clock at which something must happen to it: its {@code notBefore}, its queue time-out or its time-out.
 */
public final class TaskEntry extends Deadlines.Entry {
    private static final long NONE = Long.MIN_VALUE;
    private static final long NEVER = Long.MAX_VALUE;

    private final TaskId id;
    private final TaskTerms terms;
    private final long createdAt;
    private final long notBefore;
    private long version;
    private long fence;
    private short tries;
    private short losses;
    private TaskStatus status;
    private @Nullable Instant cancelRequestedAt;
    private long waitsSince;
    private boolean inLine;
    private boolean widened;
    /** Names of runners that could not start it, once or more often; most tasks have none. */
    private List<String> failedStarts;

    /** The entry of a task as it was read; {@code shared} are its terms without times. */
    public TaskEntry(StoredTask task, TaskTerms shared) {
        this.id = task.id();
        this.terms = shared;
        this.createdAt = task.terms().createdAt().toEpochMilli();
        Instant earliest = task.terms().notBefore();
        this.notBefore = earliest == null ? NONE : earliest.toEpochMilli();
        this.version = task.version();
        this.fence = task.fence().value();
        this.tries = (short) task.tries();
        this.losses = (short) task.losses();
        this.status = task.status();
        this.cancelRequestedAt = task.cancelRequestedAt();
        this.failedStarts = task.failedStarts();
    }

    public TaskId id() {
        return id;
    }

    /** Its terms, without their times. */
    public TaskTerms terms() {
        return terms;
    }

    public long version() {
        return version;
    }

    public Fence fence() {
        return new Fence(fence);
    }

    /** Attempts that started and ended. */
    public int tries() {
        return tries;
    }

    /** Those of them that were lost. */
    public int losses() {
        return losses;
    }

    public TaskStatus status() {
        return status;
    }

    public TaskState state() {
        return status.state();
    }

    public @Nullable Instant cancelRequestedAt() {
        return cancelRequestedAt;
    }

    /** Its place in the order of age, in milliseconds. */
    public long createdAt() {
        return createdAt;
    }

    /** The current attempt; null when none is. */
    public TaskStatus.@Nullable Live live() {
        return status instanceof TaskStatus.Live live ? live : null;
    }

    /** Whether it must not start before some moment. */
    public boolean isHeldBack() {
        return notBefore != NONE || (status instanceof TaskStatus.Queued queued && queued.notBefore() != null);
    }

    /** The moment from which it could run, and from which its queue time-out counts, in milliseconds. */
    public long readyAt() {
        if (status instanceof TaskStatus.Queued queued && queued.notBefore() != null) {
            return queued.notBefore().toEpochMilli();
        }
        return notBefore == NONE ? createdAt : notBefore;
    }

    /** When it has waited too long, in milliseconds. */
    public long expiresAt() {
        return readyAt() + terms.queueTimeout().toMillis();
    }

    /** Since when it has been ready, as it stands in line. */
    public long waitsSince() {
        return waitsSince;
    }

    /** Whether only a slot is missing. */
    public boolean isInLine() {
        return inLine;
    }

    /** It is ready: its place in line is that of the moment since which it could run. */
    public void standInLine() {
        waitsSince = readyAt();
        inLine = true;
    }

    /** It was given a slot, or does not want one any more. */
    public void leaveLine() {
        inLine = false;
    }

    /** When its tags become wider, in milliseconds; never, if it has no fallback. */
    public long widensAt() {
        return terms.fallback() == null || widened
                ? NEVER
                : readyAt() + terms.fallback().after().toMillis();
    }

    /** Whether the tags of its fallback hold. */
    public boolean isWidened() {
        return widened;
    }

    /** It has waited long enough for the tags of its fallback. */
    public void widen() {
        widened = true;
    }

    /** Names of runners that twice could not start it: it is not offered to them again. */
    public List<String> shunned() {
        return failedStarts.isEmpty()
                ? failedStarts
                : failedStarts.stream()
                        .filter(name -> Collections.frequency(failedStarts, name) > 1)
                        .distinct()
                        .sorted()
                        .toList();
    }

    /** The runner of this name could not begin: working folder, files or shell failed. */
    public void countFailedStart(String runner) {
        failedStarts = Stream.concat(failedStarts.stream(), Stream.of(runner)).toList();
    }

    /** It enters {@code next}, stored as {@code newVersion}. */
    public void become(TaskStatus next, long newVersion) {
        status = next;
        version = newVersion;
    }

    /** Its attempt ends: whatever still comes of it is outlived (C18). */
    public void raiseFence() {
        fence++;
    }

    /** An attempt that had started ended. */
    public void countTry(TaskState end) {
        tries++;
        if (end == TaskState.LOST) {
            losses++;
        }
    }

    /** A user wants it to end; the first wish is remembered. */
    public void wantCancel(Instant at) {
        if (cancelRequestedAt == null) {
            cancelRequestedAt = at;
        }
    }
}
