package io.signalbox.gateway.relay.session;

import io.signalbox.gateway.core.slot.Action;
import io.signalbox.gateway.core.slot.Assignment;
import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.gateway.core.slot.SlotEvent;
import io.signalbox.gateway.core.slot.SlotEvent.BeatOutcome;
import io.signalbox.gateway.core.slot.SlotEvent.Verdict;
import io.signalbox.gateway.relay.RefusedCall;
import io.signalbox.gateway.relay.beat.Beat;
import io.signalbox.gateway.relay.claim.ClaimOutcome;
import io.signalbox.gateway.relay.claim.ClaimRequest;
import io.signalbox.gateway.relay.claim.ClaimedJob;
import io.signalbox.gateway.relay.claim.LiveAttempt;
import io.signalbox.gateway.relay.finish.AttemptEnd;
import io.signalbox.gateway.relay.finish.FinishOutcome;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.message.SchedulerCommand.SlotFree.FreeSlot;
import io.signalbox.model.store.report.ReportId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Does what a slot's decisions want done, and posts what came of it. Never blocks.
 *
 * @param slot whose
 * @param generation of its runner
 * @param parts with what
 * @param overtaken to be told when the store knows a newer sync or another generation of the runner
 */
record SlotActions(SlotRef slot, Generation generation, RelayParts parts, Runnable overtaken) {

    void beat(SlotSession session, Action.Beat beat, Duration patience) {
        var _ = parts.beats()
                .soon(new Beat(slot, generation, beat.sync(), beat.attempt(), patience))
                .thenAccept(outcome -> {
                    if (outcome == BeatOutcome.OVERTAKEN) {
                        overtaken.run();
                    }
                    session.on(new SlotEvent.BeatEnded(beat.sync(), outcome));
                });
    }

    void number(SlotSession session, Action.TakeNumber number) {
        Beat beat = new Beat(slot, generation, number.sync(), number.attempt(), Duration.ZERO, Beat.Place.ITS_OWN);
        var outcome = switch (number.haste()) {
            case SOON -> parts.beats().soon(beat);
            case NOW -> parts.beats().now(beat);
        };
        var _ = outcome.thenAccept(stored -> {
            if (stored == BeatOutcome.OVERTAKEN) {
                overtaken.run();
            }
            session.on(new SlotEvent.BeatEnded(number.sync(), stored));
        });
    }

    void hurry() {
        parts.beats().hurry(slot);
    }

    void readRecord(SlotSession session, Action.ReadRecord asked) {
        var _ = parts.records()
                .of(slot)
                .handle((found, failure) -> found == null
                        ? new SlotEvent.LookUpFailed(asked.sync())
                        : new SlotEvent.Recorded(
                                asked.sync(),
                                found.newest(),
                                found.live().map(LiveAttempt::assignment),
                                found.claimed(),
                                found.live().flatMap(LiveAttempt::stop)))
                .thenAccept(session::on);
    }

    void claim(
            SlotSession session,
            Action.Claim claim,
            Duration patience,
            @Nullable CompletableFuture<ClaimOutcome> fetch) {
        AttemptId attempt = claim.what().attempt();
        var _ = parts.claims()
                .claim(new ClaimRequest(claim.what(), slot, generation, claim.sync(), patience))
                .thenAccept(outcome -> {
                    Optional<ClaimedJob> job = Optional.empty();
                    if (outcome instanceof ClaimOutcome.Granted granted) {
                        job = Optional.of(granted.job());
                        parts.bells().ready(ReportId.start(attempt));
                    }
                    refusal(outcome)
                            .ifPresent(why -> refuse(
                                    Refusal.CLAIM,
                                    attempt,
                                    Optional.of(claim.what().task()),
                                    why));
                    session.claimed(
                            new SlotEvent.Claimed(
                                    attempt, claim.sync(), verdict(outcome), job.flatMap(ClaimedJob::freshness)),
                            job);
                    if (fetch != null) {
                        fetch.complete(outcome);
                    }
                });
    }

    private static Verdict verdict(ClaimOutcome outcome) {
        return switch (outcome) {
            case ClaimOutcome.Granted _ -> Verdict.GRANTED;
            case ClaimOutcome.Refused _, ClaimOutcome.MustEnd _ -> Verdict.REFUSED;
            case ClaimOutcome.Overtaken _ -> Verdict.OVERTAKEN;
            case ClaimOutcome.Unknown _ -> Verdict.UNKNOWN;
        };
    }

    private static Optional<String> refusal(ClaimOutcome outcome) {
        return switch (outcome) {
            case ClaimOutcome.Refused refused -> Optional.of(refused.why());
            case ClaimOutcome.MustEnd ending -> Optional.of(ending.why());
            case ClaimOutcome.Granted _, ClaimOutcome.Overtaken _, ClaimOutcome.Unknown _ -> Optional.empty();
        };
    }

    void lookUp(SlotSession session, Action.LookUp lookUp) {
        var _ = parts.attempts()
                .on(slot.runner())
                .handle((found, failure) ->
                        found == null ? new SlotEvent.LookUpFailed(lookUp.sync()) : lookedUp(lookUp, found))
                .thenAccept(session::on);
    }

    /** Of two on the slot, which a late commit of an outlived leader can make, the one that runs is acted on: the other would stop it. */
    private SlotEvent lookedUp(Action.LookUp lookUp, List<LiveAttempt> found) {
        List<LiveAttempt> here =
                found.stream().filter(it -> it.slot().equals(slot)).toList();
        Optional<LiveAttempt> live = here.stream()
                .filter(it -> lookUp.named().filter(it.id()::equals).isPresent())
                .findFirst()
                .or(() -> here.stream().findFirst());
        return new SlotEvent.LookedUp(
                lookUp.sync(), live.map(LiveAttempt::assignment), live.flatMap(LiveAttempt::stop));
    }

    void finish(SlotSession session, Action.Finish finish, AttemptEnd end) {
        AttemptId attempt = finish.attempt();
        var _ = parts.finish()
                .finish(attempt, finish.known().map(Assignment::task), slot.runner(), end)
                .thenAccept(outcome -> {
                    tell(attempt, outcome);
                    session.on(new SlotEvent.FinishEnded(attempt, finish.sync(), outcome.isSettled()));
                });
    }

    private void tell(AttemptId attempt, FinishOutcome outcome) {
        switch (outcome) {
            case FOREIGN -> refuse(Refusal.FINISHED, attempt, Optional.empty(), "the attempt is not of this runner");
            case LATE ->
                parts.refusals().refused(Refusal.FINISHED, "attempt " + attempt, "too late; its report shows it");
            case RECORDED, REPEATED, UNAVAILABLE -> {}
        }
        if (outcome == FinishOutcome.RECORDED || outcome == FinishOutcome.LATE) {
            parts.bells().ready(ReportId.finished(attempt));
        }
    }

    void refuse(Action.Refuse refuse) {
        String about = "a call of slot " + slot;
        refuse.attempt()
                .ifPresentOrElse(
                        attempt -> refuse(refuse.refusal(), attempt, Optional.empty(), about),
                        () -> parts.refusals().refused(refuse.refusal(), slot.toString(), "about no attempt"));
    }

    private void refuse(Refusal refusal, AttemptId attempt, Optional<TaskId> task, String why) {
        parts.refusals().refused(new RefusedCall(refusal, attempt, task, slot.runner(), why));
    }

    void free(Action.Free free) {
        parts.bells()
                .free(new FreeSlot(slot, generation, free.sync(), free.ended().orElse(null)));
    }
}
