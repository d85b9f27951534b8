package io.signalbox.scheduler.core.lease;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.scheduler.core.task.Attempt;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.time.Deadlines;
import org.jspecify.annotations.Nullable;

/**
 * What memory holds of a live attempt beside its task. As a deadline it stands for the next moment of the monotonic clock at which it
 * must be looked at: to withdraw it, or to repeat a stop.
 */
public final class LiveAttempt extends Deadlines.Entry {
    private static final long UNKNOWN = -1;
    private static final long PATIENCE_MILLIS = 5_000;
    private static final long SILENCE_MILLIS = 15_000;

    private final TaskEntry task;
    private final Attempt attempt;
    private long claimedSync = UNKNOWN;
    private long beat = UNKNOWN;
    private long renewedAt;
    private long syncingSince;
    private long stoppedAt = UNKNOWN;
    private boolean ofOfficialAgent;
    private boolean unreachable;
    private @Nullable Suspicion suspicion;
    private int suspicions;
    private long askedAt = Long.MIN_VALUE / 2;

    public LiveAttempt(TaskEntry task, Attempt attempt, long leaseMillis) {
        this.task = task;
        this.attempt = attempt;
        this.renewedAt = leaseMillis;
        this.syncingSince = leaseMillis;
    }

    public TaskEntry task() {
        return task;
    }

    public AttemptId id() {
        return attempt.id();
    }

    /** As it was when it became live. */
    public Attempt attempt() {
        return attempt;
    }

    /** Highest sync number for which it was given, as far as known; -1 before. */
    public long claimedSync() {
        return claimedSync;
    }

    /** Whether its claim was read. */
    public boolean isClaimKnown() {
        return claimedSync != UNKNOWN;
    }

    /** A claim was read (C1). */
    public void claimed(long sync) {
        claimedSync = Math.max(claimedSync, sync);
    }

    /**
     * A beat that names it was read (C7); only a counter that has grown renews: a reading may arrive after a later one.
     *
     * @return whether it did
     */
    public boolean renew(long counter, long leaseMillis) {
        if (counter <= beat) {
            return false;
        }
        beat = counter;
        if (leaseMillis - renewedAt > SILENCE_MILLIS) {
            syncingSince = leaseMillis;
        }
        renewedAt = leaseMillis;
        if (suspicion != null && suspicion.cause() != ReasonCode.STOP_UNCONFIRMED) {
            suspicion = null;
        }
        return true;
    }

    /** Its lease begins: the start was claimed; or it was lost, and a beat from now on shows that it may run. */
    public void begin(long leaseMillis) {
        renewedAt = leaseMillis;
    }

    /** The counter of its newest beat; -1 before. */
    public long beat() {
        return beat;
    }

    /** Time of the lease clock at which it was renewed last. */
    public long renewedAt() {
        return renewedAt;
    }

    /** It was lost by an official agent, which may go on for long without contact (C10). */
    public void lostByOfficialAgent() {
        ofOfficialAgent = true;
    }

    /** Whether an official agent lost it. */
    public boolean isOfOfficialAgent() {
        return ofOfficialAgent;
    }

    /** It is told to stop; the first time counts. */
    public void toldToStop(long leaseMillis) {
        if (stoppedAt == UNKNOWN) {
            stoppedAt = leaseMillis;
        }
    }

    /** Whether it was told to stop, and its runner was heard of a moment ago: it could have obeyed (C13). */
    public boolean couldHeed(long leaseMillis) {
        return stoppedAt != UNKNOWN && beat != UNKNOWN && leaseMillis - renewedAt <= SILENCE_MILLIS;
    }

    /** Since when it has been told to stop while its runner synced without longer silence, of the lease clock. */
    public long unheededSince() {
        return Math.max(stoppedAt, syncingSince);
    }

    /** Whether it is shown as unreachable. */
    public boolean isUnreachable() {
        return unreachable;
    }

    /** It is shown as unreachable from now on, or not any more. */
    public void shownAs(Reachability shown) {
        unreachable = shown == Reachability.UNREACHABLE;
    }

    /** Why it is being asked about; null when it is not. */
    public @Nullable Suspicion suspicion() {
        return suspicion;
    }

    /** It may be lost: store and reports are read once more before that is decided (C8). */
    public void suspect(ReasonCode cause) {
        suspect(cause, UNKNOWN);
    }

    /** A sync did not name it: it may never have got to its runner, and an end that made room for that sync was reported before it (C1). */
    public void missedBy(long sync) {
        suspect(null, sync);
    }

    private void suspect(@Nullable ReasonCode cause, long missedBy) {
        if (suspicion == null || suspicion.cause() != cause) {
            suspicion = new Suspicion(++suspicions, cause, missedBy);
        }
    }

    /** Whether it was asked about and no answer came yet, though it may. */
    public boolean isBeingAsked(long monotonicMillis) {
        return monotonicMillis - askedAt < PATIENCE_MILLIS;
    }

    /** The answer came: what it was suspected of is decided. */
    public void answered() {
        suspicion = null;
        askedAt = Long.MIN_VALUE / 2;
    }

    /** It is asked about now. */
    public void asked(long monotonicMillis) {
        askedAt = monotonicMillis;
    }

    /** What is shown of an attempt's runner. */
    public enum Reachability {
        REACHABLE,
        UNREACHABLE
    }
}
