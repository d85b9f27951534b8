package io.signalbox.scheduler.core.decide;

import io.signalbox.model.id.RunnerId;
import io.signalbox.model.spec.Epilogue;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.scheduler.core.Command.AttemptChecked;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.draft.Batch;
import io.signalbox.scheduler.core.draft.SetPoisonAside;
import io.signalbox.scheduler.core.lease.CauseOfDeath;
import io.signalbox.scheduler.core.lease.LiveAttempt;
import io.signalbox.scheduler.core.lease.Suspicion;
import io.signalbox.scheduler.core.runner.Availability;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.runner.RunnerReading;
import io.signalbox.scheduler.core.runner.Slot;
import io.signalbox.scheduler.core.runner.SlotReading;
import io.signalbox.scheduler.core.standing.Presence;
import io.signalbox.scheduler.core.task.Stop;
import io.signalbox.scheduler.core.task.TaskStatus.Assigned;
import io.signalbox.scheduler.core.task.TaskStatus.Running;
import java.time.Duration;
import java.util.List;

/**
 * Compares what runners say with the attempts that are live on them. A beat renews the attempt that it names (C7). Silence, a new
 * registration or a goodbye raises a suspicion; only a reading made after that decides (C8).
 */
final class WatchLeases {
    private static final Duration UNREACHABLE_AFTER = Duration.ofSeconds(15);
    private static final Duration UNCONFIRMED_AFTER = Duration.ofSeconds(90);
    /** Twice the longest time for which a relay holds the sync of an idle slot. */
    private static final Duration IDLE_SILENCE = Duration.ofSeconds(90);

    private final Memory memory;
    private final EndAttempts endAttempts;
    private final AwaitSlots awaitSlots;
    private final TakeBack takeBack;
    private final SetPoisonAside poison;

    WatchLeases(
            Memory memory, EndAttempts endAttempts, AwaitSlots awaitSlots, TakeBack takeBack, SetPoisonAside poison) {
        this.memory = memory;
        this.endAttempts = endAttempts;
        this.awaitSlots = awaitSlots;
        this.takeBack = takeBack;
        this.poison = poison;
    }

    /** Runner documents are about to be taken in: the time of leases goes on, if a relay lives (C8). */
    void advance(Batch batch) {
        if (memory.relays.anyLives(batch.now().monotonicMillis())) {
            memory.lease.advance(batch.now().monotonicMillis());
        } else {
            memory.lease.suspend();
        }
    }

    /** A stored beat was read. */
    void beat(Batch batch, Runner runner, SlotReading slot) {
        if (slot.attempt() == null) {
            return;
        }
        LiveAttempt live = memory.lives.get(slot.attempt());
        if (live != null && live.renew(slot.beat(), memory.lease.millis())) {
            runner.heard(memory.lease.millis());
        }
        LiveAttempt lost = memory.outlived.get(slot.attempt());
        if (lost != null && lost.renew(slot.beat(), memory.lease.millis())) {
            awaitSlots.postpone(batch, lost);
            takeBack.stopOutlived(batch, lost);
        }
    }

    /**
     * The session of a runner is over: an official agent does not go on without contact after that, and what it had lost waits no longer
     * than what our runners lose (C10).
     */
    void isGone(Batch batch, Runner runner) {
        memory.outlived.all().stream()
                .filter(lost -> lost.attempt().slot().runner().equals(runner.id()))
                .filter(lost -> runner.hasLeft(lost.attempt().generation()))
                .filter(LiveAttempt::isOfOfficialAgent)
                .forEach(lost -> awaitSlots.release(batch, lost));
    }

    /** All documents of a reading were taken in: who has been silent for too long? */
    void silence(Batch batch) {
        for (LiveAttempt live : memory.lives.all()) {
            poison.guard(batch, live.task(), () -> silence(batch, live));
        }
        memory.fleet.runners().forEach(runner -> presence(batch, runner));
        memory.outlived.forgetSucceeded();
    }

    private void silence(Batch batch, LiveAttempt live) {
        if (live.task().status() instanceof Running && isOverdue(live)) {
            overdue(batch, live);
        } else if (live.task().status() instanceof Running && isUnheeded(live)) {
            suspect(batch, live, ReasonCode.STOP_UNCONFIRMED);
        }
    }

    private void overdue(Batch batch, LiveAttempt live) {
        Slot slot = memory.fleet.slot(live.attempt().slot());
        if (slot != null && isMissedBy(slot, live)) {
            askWhetherItRan(batch, live, slot);
        } else {
            suspect(batch, live, ReasonCode.RUNNER_LOST);
        }
    }

    /** What a slot says is compared with an attempt that is live on it. */
    void compare(Batch batch, LiveAttempt live, Slot slot) {
        poison.guard(batch, live.task(), () -> comparing(batch, live, slot));
    }

    private void comparing(Batch batch, LiveAttempt live, Slot slot) {
        Runner runner = slot.runner();
        boolean outlived = isOutlived(live, runner);
        boolean gone = isGone(runner);
        boolean unnamed = slot.isHeard() && !live.id().equals(slot.named());
        switch (live.task().status()) {
            case Assigned assigned when gone || outlived -> takeBack.withdraw(batch, live);
            case Running running when outlived && unnamed -> suspect(batch, live, ReasonCode.RUNNER_RESTARTED);
            case Running running
            when gone && !outlived && !isMissedBy(slot, live) -> suspect(batch, live, ReasonCode.RUNNER_DISCONNECTED);
            case Running running when isUnknownTo(slot, live) -> askWhetherItRan(batch, live, slot);
            default -> {}
        }
    }

    /** The store was read once more. What it showed has been taken in; what is left is decided here. */
    void checked(Batch batch, AttemptChecked answer) {
        memory.live(answer.task(), answer.attempt()).ifPresent(live -> checked(batch, live, answer));
    }

    private void checked(Batch batch, LiveAttempt live, AttemptChecked answer) {
        Suspicion suspicion = answer.suspicion();
        if (!suspicion.equals(live.suspicion())) {
            return;
        }
        live.answered();
        if (live.task().status() instanceof Running running) {
            ReasonCode cause = suspicion.cause();
            if (cause == null) {
                giveAgainOrWithdrawIfMissed(batch, live, running, suspicion.missedBy());
            } else if (cause == ReasonCode.STOP_UNCONFIRMED) {
                abandonIfUnheeded(batch, live, running);
            } else if (isLost(live, cause)) {
                RunnerReading read = answer.runner();
                endAttempts.lose(
                        batch, live, running, cause, CauseOfDeath.of(read == null ? List.of() : read.health()));
            }
        }
    }

    /** What never reached its runner is never lost, whether that falls silent or says goodbye (C1); one that has come back says what it knows. */
    private boolean isLost(LiveAttempt live, ReasonCode cause) {
        Slot slot = memory.fleet.slot(live.attempt().slot());
        boolean missed = slot != null && isMissedBy(slot, live);
        boolean isBack = slot != null && isOutlived(live, slot.runner());
        return switch (cause) {
            case RUNNER_LOST -> !missed && isOverdue(live);
            case RUNNER_DISCONNECTED -> !missed && !isBack;
            default -> true;
        };
    }

    private void abandonIfUnheeded(Batch batch, LiveAttempt live, Running running) {
        Stop stop = running.stop();
        if (stop != null && isUnheeded(live)) {
            endAttempts.abandon(batch, live, running, stop);
        }
    }

    /**
     * A later sync than the claim's did not name the attempt, and no end had been reported after that: it never reached its runner (C1). It
     * is given again (C4), unless it must end anyway, its slot has another one or is gone, or that was to no avail for as long as a lease.
     */
    private void giveAgainOrWithdrawIfMissed(Batch batch, LiveAttempt live, Running running, long missedBy) {
        Slot slot = memory.fleet.slot(live.attempt().slot());
        if (slot == null || missedBy <= live.claimedSync() || !isMissedBy(slot, live)) {
            return;
        }
        boolean asks = slot.named() == null && !isGone(slot.runner());
        if (running.stop() == null && asks && !isOverdue(live)) {
            takeBack.publishAgain(batch, live);
        } else {
            takeBack.withdrawClaimed(batch, live);
        }
    }

    private static boolean isOutlived(LiveAttempt live, Runner runner) {
        return live.attempt().generation().compareTo(runner.generation()) < 0;
    }

    private static boolean isGone(Runner runner) {
        return runner.availability() == Availability.DISCONNECTED;
    }

    private static boolean isMissedBy(Slot slot, LiveAttempt live) {
        return live.isClaimKnown() && isUnknownTo(slot, live);
    }

    private static boolean isUnknownTo(Slot slot, LiveAttempt live) {
        return slot.isHeard()
                && !live.id().equals(slot.named())
                && slot.runner().generation().equals(live.attempt().generation())
                && (!live.isClaimKnown() || slot.sync() > live.claimedSync());
    }

    private boolean isOverdue(LiveAttempt live) {
        Duration limit = live.task().terms().onLost().after();
        return memory.lease.since(lastSign(live)) >= limit.toMillis();
    }

    /** A later registration of its runner is one: whether the attempt has outlived that, a sync will say (C8). */
    private long lastSign(LiveAttempt live) {
        Slot slot = memory.fleet.slot(live.attempt().slot());
        return slot != null && isOutlived(live, slot.runner())
                ? Math.max(live.renewedAt(), slot.runner().registrationSeenAt())
                : live.renewedAt();
    }

    /** Nothing says when a stop was delivered: the longer of the rule's two limits counts for every one (C13). */
    private boolean isUnheeded(LiveAttempt live) {
        Duration limit = live.task().terms().stopGrace().plus(Epilogue.LIMIT).plus(UNCONFIRMED_AFTER);
        return live.couldHeed(memory.lease.millis()) && memory.lease.since(live.unheededSince()) >= limit.toMillis();
    }

    private void suspect(Batch batch, LiveAttempt live, ReasonCode cause) {
        if (!live.isBeingAsked(batch.now().monotonicMillis())) {
            live.suspect(cause);
            check(batch, live);
        }
    }

    private void askWhetherItRan(Batch batch, LiveAttempt live, Slot slot) {
        if (!live.isBeingAsked(batch.now().monotonicMillis())) {
            live.missedBy(slot.sync());
            check(batch, live);
        }
    }

    private void check(Batch batch, LiveAttempt live) {
        Suspicion suspicion = live.suspicion();
        if (suspicion != null) {
            live.asked(batch.now().monotonicMillis());
            RunnerId runner = live.attempt().slot().runner();
            batch.want(new Effect.CheckAttempt(live.task().id(), live.id(), runner, suspicion));
        }
    }

    /** Shown after fifteen seconds without a beat of an attempt, and when an idle runner has not synced for long: nothing else (C8). */
    private void presence(Batch batch, Runner runner) {
        boolean silent = memory.lease.since(runner.heardAt()) >= limit(runner).toMillis();
        boolean news = runner.availability() != Availability.DISCONNECTED
                && runner.heard(silent ? Presence.Silence.TOO_LONG : Presence.Silence.OVER);
        boolean probed = runner.reputation().isProbeDue(batch.now().monotonicMillis());
        if (news) {
            tell(batch, runner, silent);
        }
        if (news || probed) {
            runner.slots().forEach(memory::review);
        }
    }

    private static void tell(Batch batch, Runner runner, boolean silent) {
        batch.want(new Effect.RunnerChanged(
                runner.id(),
                runner.profile().name(),
                runner.profile().pool(),
                runner.generation(),
                silent ? Effect.Presence.UNREACHABLE : Effect.Presence.ONLINE));
    }

    private Duration limit(Runner runner) {
        boolean busy = runner.slots().stream()
                .flatMap(slot -> slot.occupants().stream())
                .map(memory.lives::get)
                .anyMatch(live -> live != null && live.task().status() instanceof Running);
        return busy ? UNREACHABLE_AFTER : IDLE_SILENCE;
    }
}
