package io.signalbox.gateway.core;

import static io.signalbox.gateway.core.SlotScript.A;
import static io.signalbox.gateway.core.SlotScript.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.core.slot.Action;
import io.signalbox.gateway.core.slot.Reply;
import io.signalbox.gateway.core.slot.SlotEvent.BeatOutcome;
import io.signalbox.gateway.core.slot.SlotEvent.Verdict;
import io.signalbox.model.task.ReasonCode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Beats, stops, ends, and other gateways: C3, C5, C7, C12. */
class AtWorkTest {
    private static final Reply STOP_A = new Reply.Stop(A.attempt(), Optional.of(ReasonCode.CANCEL_REQUESTED));
    private static final Reply UNAVAILABLE = new Reply.Unavailable();
    private static final Reply AGAIN = new Reply.Continue(Duration.ZERO);

    @Test
    void runningSlotIsAnsweredOnlyOnceItsBeatIsStored() {
        SlotScript slot = SlotScript.ours().running().from().holdEnds(2);
        assertThat(slot.replies()).isEmpty();
        assertThat(slot.beat(2, BeatOutcome.STORED).replies()).containsExactly(AGAIN);
    }

    @Test
    void runningSlotWhoseBeatIsNotStoredIsNotRenewed() {
        SlotScript slot = SlotScript.ours().running().from().beat(2, BeatOutcome.FAILED);
        assertThat(slot.replies()).containsExactly(UNAVAILABLE);
    }

    @Test
    void storedBeatIsHeldToTheEnd() {
        SlotScript slot = SlotScript.ours().running().from().beat(2, BeatOutcome.STORED);
        assertThat(slot.replies()).isEmpty();
        assertThat(slot.holdEnds(2).replies()).containsExactly(AGAIN);
    }

    @Test
    void idleSlotNeedNotWaitForItsBeat() {
        assertThat(SlotScript.ours().impatient().idle().replies()).containsExactly(AGAIN);
    }

    @Test
    void syncThatIsGivenUpBeforeItsBeatIsStoredIsNotRenewed() {
        assertThat(SlotScript.ours().running().from().finishes(3, A).replies()).containsExactly(UNAVAILABLE);
    }

    @Test
    void stopIsToldAtOnceWithoutWaitingForTheBeat() {
        assertThat(SlotScript.ours().running().from().stopped(A).replies()).containsExactly(STOP_A);
    }

    @Test
    void stopIsToldAgainWhileTheSlotSaysThatItRuns() {
        SlotScript slot = SlotScript.ours().running().stopped(A).from().runs(3, A);
        assertThat(slot.replies()).containsExactly(STOP_A);
    }

    @Test
    void stopOfAnotherAttemptIsNotTold() {
        assertThat(SlotScript.ours().running().from().stopped(B).replies()).isEmpty();
    }

    @Test
    void stopDuringTheClaimKeepsTheAttemptFromBeingGiven() {
        SlotScript slot = SlotScript.ours().idle().assigned(A).stopped(A).from().claimed(A, 1, Verdict.GRANTED);
        assertThat(slot.replies()).containsExactly(AGAIN);
        assertThat(slot.from().waits(2).actions())
                .contains(new Action.Free(2, Optional.of(A.attempt())))
                .noneMatch(Action.Claim.class::isInstance);
    }

    @Test
    void outlivedAttemptIsStopped() {
        SlotScript slot = SlotScript.ours().idle().from().runs(2, B);
        assertThat(slot.replies()).contains(new Reply.Stop(B.attempt(), Optional.empty()));
    }

    @Test
    void gapInTheNumbersMeansThatAnotherGatewayMayHaveServedTheSlot() {
        SlotScript slot = SlotScript.ours().running().from().runs(4, A);
        assertThat(slot.actions())
                .contains(new Action.LookUp(4, Optional.of(A.attempt())))
                .noneMatch(Action.Beat.class::isInstance);
        assertThat(slot.from().finds(4, A).actions())
                .containsExactly(new Action.Beat(4, Optional.of(A.attempt()), true));
    }

    @Test
    void silenceMeansThatWhatIsRememberedMayBeOutlived() {
        SlotScript slot = SlotScript.ours()
                .running()
                .beat(2, BeatOutcome.STORED)
                .holdEnds(2)
                .from()
                .after(Duration.ofSeconds(10))
                .runs(3, A);
        assertThat(slot.actions()).containsExactly(new Action.LookUp(3, Optional.of(A.attempt())));
        assertThat(slot.from().finds(3, null).replies()).containsExactly(new Reply.Stop(A.attempt(), Optional.empty()));
    }

    @Test
    void pendingStopIsFoundByTheOtherGateway() {
        SlotScript slot = SlotScript.ours().runs(7, A).from().findsToStop(7, A);
        assertThat(slot.replies()).containsExactly(STOP_A);
    }

    @Test
    void attemptThatTheOtherGatewayAssignedIsGivenByThisOne() {
        SlotScript slot = SlotScript.ours().waits(7).from().finds(7, A);
        assertThat(slot.actions()).containsExactly(new Action.Claim(A, 7));
    }

    @Test
    void overtakenBeatMakesTheRelayLookAgain() {
        SlotScript slot = SlotScript.ours().idle().from().beat(1, BeatOutcome.OVERTAKEN);
        assertThat(slot.replies()).containsExactly(AGAIN);
        assertThat(slot.from().waits(2).actions()).containsExactly(new Action.LookUp(2, Optional.empty()));
    }

    @Test
    void endIsAcknowledgedOnlyOnceItIsRecorded() {
        SlotScript slot =
                SlotScript.ours().running().beat(2, BeatOutcome.STORED).from().finishes(3, A);
        assertThat(slot.replies()).containsExactly(AGAIN);
        assertThat(slot.actions()).contains(new Action.Finish(A.attempt(), Optional.of(A), 3));
        assertThat(slot.from().recorded(A, 3).replies()).containsExactly(new Reply.Acknowledge());
        assertThat(slot.from().waits(4).actions()).contains(new Action.Free(4, Optional.of(A.attempt())));
    }

    @Test
    void repeatedEndIsAcknowledgedAgain() {
        SlotScript slot =
                SlotScript.ours().running().finishes(3, A).recorded(A, 3).from().finishes(4, A);
        assertThat(slot.actions()).containsExactly(new Action.Finish(A.attempt(), Optional.empty(), 4));
        assertThat(slot.recorded(A, 4).replies()).containsExactly(new Reply.Acknowledge());
    }

    @Test
    void endOfAnotherAttemptLeavesTheSlotAsItIs() {
        SlotScript slot = SlotScript.ours().running().finishes(3, B).recorded(B, 3);
        assertThat(slot.slot().occupant().is(A.attempt())).isTrue();
    }

    @Test
    void freeSlotIsToldOnce() {
        SlotScript slot = SlotScript.ours().idle();
        assertThat(slot.actions()).contains(new Action.Free(1, Optional.empty()));
        assertThat(slot.holdEnds(1).from().waits(2).actions()).noneMatch(Action.Free.class::isInstance);
    }
}
