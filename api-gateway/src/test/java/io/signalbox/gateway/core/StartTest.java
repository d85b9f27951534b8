package io.signalbox.gateway.core;

import static io.signalbox.gateway.core.SlotScript.A;
import static io.signalbox.gateway.core.SlotScript.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.core.slot.Action;
import io.signalbox.gateway.core.slot.Occupant;
import io.signalbox.gateway.core.slot.Reply;
import io.signalbox.gateway.core.slot.SlotEvent;
import io.signalbox.gateway.core.slot.SlotEvent.BeatOutcome;
import io.signalbox.gateway.core.slot.SlotEvent.Verdict;
import io.signalbox.model.id.Generation;
import io.signalbox.model.relay.ShutdownReason;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How an attempt is claimed and given: C1 and C2. */
class StartTest {
    private static final Reply AGAIN = new Reply.Continue(Duration.ZERO);

    @Test
    void attemptIsClaimedBeforeItIsGiven() {
        SlotScript slot = SlotScript.ours().idle().from().assigned(A);
        assertThat(slot.actions()).containsExactly(new Action.Claim(A, 1));
        slot.claimed(A, 1, Verdict.GRANTED);
        assertThat(slot.replies()).containsExactly(new Reply.Run(A));
    }

    @Test
    void attemptThatCameBeforeTheSyncIsClaimedForIt() {
        SlotScript slot =
                SlotScript.ours().idle().holdEnds(1).assigned(A).from().waits(2);
        assertThat(slot.actions()).containsExactly(new Action.Claim(A, 2));
    }

    @Test
    void answerIsGivenOnTheVerySyncThatWasClaimedFor() {
        SlotScript slot = SlotScript.ours().idle().assigned(A).waits(2).from().claimed(A, 1, Verdict.GRANTED);
        assertThat(slot.replies()).isEmpty();
        assertThat(slot.actions()).containsExactly(new Action.Claim(A, 2));
        assertThat(slot.from().claimed(A, 2, Verdict.GRANTED).actions())
                .containsExactly(new Action.Answer(2, new Reply.Run(A)));
    }

    @Test
    void lostAnswerIsGivenAgainAfterANewClaim() {
        SlotScript slot = SlotScript.ours()
                .idle()
                .assigned(A)
                .claimed(A, 1, Verdict.GRANTED)
                .from()
                .waits(2);
        assertThat(slot.actions()).containsExactly(new Action.Claim(A, 2));
    }

    @Test
    void noSecondAttemptIsClaimedWhileTheFirstMayLive() {
        SlotScript slot = SlotScript.ours()
                .idle()
                .assigned(A)
                .claimed(A, 1, Verdict.GRANTED)
                .assigned(B)
                .from();
        assertThat(slot.waits(2).actions()).containsExactly(new Action.Claim(A, 2));
        slot.claimed(A, 2, Verdict.REFUSED);
        assertThat(slot.from().waits(3).actions()).containsExactly(new Action.Claim(B, 3));
    }

    @Test
    void claimOfUnknownOutcomeMayStandAndIsMadeAgain() {
        SlotScript slot = SlotScript.ours().idle().assigned(A).from().claimed(A, 1, Verdict.UNKNOWN);
        assertThat(slot.replies()).containsExactly(new Reply.Unavailable());
        assertThat(slot.assigned(B).from().waits(2).actions()).containsExactly(new Action.Claim(A, 2));
    }

    @Test
    void refusedClaimMakesTheRunnerSyncAnewAndFreesTheSlot() {
        SlotScript slot = SlotScript.ours().idle().assigned(A).from().claimed(A, 1, Verdict.REFUSED);
        assertThat(slot.replies()).containsExactly(AGAIN);
        assertThat(slot.from().waits(2).actions()).contains(new Action.Free(2, Optional.of(A.attempt())));
    }

    @Test
    void whatTheJournalNamesIsNeverGiven() {
        SlotScript slot =
                SlotScript.ours().idle().holdEnds(1).assigned(A).from().waits(2, A);
        assertThat(slot.actions()).noneMatch(Action.Claim.class::isInstance);
        assertThat(slot.actions()).contains(new Action.Beat(2, Optional.of(A.attempt()), false));
    }

    @Test
    void attemptThatTheRunnerForgotIsNeverGivenAgainAndNotRenewed() {
        SlotScript slot = SlotScript.ours().running().from().waits(3);
        assertThat(slot.actions()).noneMatch(Action.Claim.class::isInstance);
        assertThat(slot.actions()).contains(new Action.Beat(3, Optional.empty(), false));
        assertThat(slot.from().assigned(A).actions()).isEmpty();
    }

    @Test
    void attemptOfAnEarlierSessionIsNotClaimed() {
        SlotScript slot = SlotScript.ours().waits(1).from().finds(1, SlotScript.assignment("a", new Generation(2)));
        assertThat(slot.actions()).noneMatch(Action.Claim.class::isInstance);
        assertThat(slot.slot().occupant()).isInstanceOf(Occupant.Vacant.class);
    }

    @Test
    void runnerThatEndsGetsNothingAndLetsWhatItDidNotBeginBeTakenBack() {
        SlotScript slot = SlotScript.ours()
                .idle()
                .assigned(A)
                .claimed(A, 1, Verdict.GRANTED)
                .from()
                .interrupted()
                .waits(2);
        assertThat(slot.actions()).noneMatch(Action.Claim.class::isInstance);
        assertThat(slot.actions()).contains(new Action.Free(2, Optional.of(A.attempt())));
    }

    @Test
    void wordOfARunnerThatEndsIsAnsweredOnceItIsStored() {
        SlotScript slot =
                SlotScript.ours().idle().from().interrupted().impatient().waits(2);
        assertThat(slot.actions()).contains(new Action.Beat(2, Optional.empty(), true));
        assertThat(slot.on(new SlotEvent.Nudged()).replies()).containsExactly(AGAIN);
        assertThat(slot.from().stored(2).replies()).containsExactly(AGAIN);
        assertThat(slot.from().waits(3).beat(3, BeatOutcome.FAILED).replies()).containsExactly(new Reply.Unavailable());
    }

    @Test
    void runnerIsToldToLeaveOnceItsWordIsStored() {
        SlotScript slot = SlotScript.ours()
                .idle()
                .from()
                .interrupted()
                .leaving(ShutdownReason.INTERRUPTED)
                .waits(2);
        assertThat(slot.replies()).containsExactly(AGAIN);
        assertThat(slot.from().stored(2).replies()).containsExactly(new Reply.Leave(ShutdownReason.INTERRUPTED));
    }

    @Test
    void wordThatComesWhileAClaimIsMadeIsSaidOnceMore() {
        SlotScript slot = SlotScript.ours()
                .idle()
                .assigned(A)
                .from()
                .interrupted()
                .impatient()
                .waits(2);
        slot.from().claimed(A, 1, Verdict.REFUSED);
        assertThat(slot.replies()).containsExactly(new Reply.Unavailable());
    }

    @Test
    void whatKillsItselfIsGivenOnAFreshSyncOnly() {
        Duration margin = Duration.ofSeconds(10);
        SlotScript slot = SlotScript.ours()
                .idle()
                .after(Duration.ofSeconds(11))
                .assigned(A)
                .from();
        assertThat(slot.claimedFresh(A, 1, margin).replies()).containsExactly(AGAIN);
        slot.from().waits(2).after(margin).claimedFresh(A, 2, margin);
        assertThat(slot.replies()).containsExactly(new Reply.Run(A));
    }

    @Test
    void olderSyncIsDead() {
        SlotScript slot =
                SlotScript.ours().idle().holdEnds(1).waits(2).assigned(A).from().waits(1);
        assertThat(slot.actions()).startsWith(new Action.Answer(1, AGAIN));
        assertThat(slot.slot().newest()).isEqualTo(2);
    }

    @Test
    void newerSyncEndsTheHeldOne() {
        assertThat(SlotScript.ours().idle().from().waits(2).actions()).startsWith(new Action.Answer(1, AGAIN));
    }
}
