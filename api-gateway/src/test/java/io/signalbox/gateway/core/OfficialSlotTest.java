package io.signalbox.gateway.core;

import static io.signalbox.gateway.core.SlotScript.A;
import static io.signalbox.gateway.core.SlotScript.B;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.core.slot.Action;
import io.signalbox.gateway.core.slot.Action.Haste;
import io.signalbox.gateway.core.slot.Occupant;
import io.signalbox.gateway.core.slot.Reply;
import io.signalbox.gateway.core.slot.SlotEvent;
import io.signalbox.gateway.core.slot.SlotEvent.BeatOutcome;
import io.signalbox.gateway.core.slot.SlotEvent.Verdict;
import io.signalbox.gateway.core.slot.SlotSync.Interruption;
import io.signalbox.gateway.core.sync.Pace;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an official agent is told, and when: C2, C5 and C12. */
class OfficialSlotTest {
    private static final Reply CAUTION = new Reply.Continue(Duration.ofSeconds(2));
    private static final Reply USUAL = new Reply.Continue(Duration.ofMillis(800));
    private static final Reply STOP_A = new Reply.Stop(A.attempt(), Optional.of(SlotScript.CAUSE));

    @Test
    void nothingIsAnsweredBeforeTheNumberOfTheSyncIsStored() {
        SlotScript slot = SlotScript.official().known().assigned(A).from().waits(2);
        assertThat(slot.actions()).containsExactly(new Action.TakeNumber(2, Optional.empty(), Haste.NOW));
        assertThat(slot.from().stored(2).replies()).containsExactly(new Reply.Announce(A));
    }

    @Test
    void idleAgentWaitsForTheBeatsOfAllUntilThereIsSomethingToTell() {
        SlotScript slot = SlotScript.official().known().from().waits(2);
        assertThat(slot.actions()).containsExactly(new Action.TakeNumber(2, Optional.empty(), Haste.SOON));
        assertThat(slot.from().assigned(A).actions()).containsExactly(new Action.Hurry());
        assertThat(slot.from().stored(2).replies()).containsExactly(new Reply.Announce(A));
    }

    @Test
    void idleAgentIsHeldAndThenSyncsAgainWithinASecond() {
        SlotScript slot = SlotScript.official().known().from().waits(2).stored(2);
        assertThat(slot.replies()).isEmpty();
        assertThat(slot.holdEnds(2).replies()).containsExactly(USUAL);
    }

    @Test
    void holdThatEndsBeforeTheNumberIsStoredIsAnsweredOnceItIs() {
        SlotScript slot = SlotScript.official().known().from().waits(2).holdEnds(2);
        assertThat(slot.replies()).isEmpty();
        assertThat(slot.stored(2).replies()).containsExactly(USUAL);
    }

    @Test
    void heldAgentSyncsAnewForATaskAndIsToldThen() {
        SlotScript slot =
                SlotScript.official().known().from().waits(2).stored(2).assigned(A);
        assertThat(slot.replies()).containsExactly(new Reply.Continue(Duration.ofMillis(10)));
        assertThat(slot.from().waits(3).stored(3).replies()).containsExactly(new Reply.Announce(A));
    }

    @Test
    void agentThatWasToldToEndWhileItWasHeldIsGivenNothing() {
        SlotScript slot =
                SlotScript.official().known().waits(2).stored(2).assigned(A).from();
        slot.interrupted(Interruption.NOTICED).waits(3).stored(3);
        assertThat(slot.replies()).noneMatch(Reply.Announce.class::isInstance);
        assertThat(slot.actions()).contains(new Action.Free(3, Optional.of(A.attempt())));
    }

    @Test
    void heldAgentHearsAtOnceWhatPeopleDecide() {
        SlotScript slot = SlotScript.official().known().from().waits(2).stored(2);
        assertThat(slot.on(new SlotEvent.Nudged()).replies()).containsExactly(USUAL);
        slot.from().waits(3).on(new SlotEvent.Nudged());
        assertThat(slot.replies()).isEmpty();
        assertThat(slot.stored(3).replies()).containsExactly(USUAL);
    }

    @Test
    void agentThatMayBeAboutToBeginIsNeverHeld() {
        assertThat(announced().waits(3).stored(3).replies()).containsExactly(USUAL);
        assertThat(fetched().waits(3).stored(3).replies()).containsExactly(USUAL);
        assertThat(fetched().runs(3, A).stored(3).replies()).containsExactly(USUAL);
    }

    @Test
    void heldAgentThatAnotherGatewayServesIsToldNothingHere() {
        SlotScript slot =
                SlotScript.official().known().waits(2).stored(2).assigned(A).from();
        slot.waits(3).beat(3, BeatOutcome.OVERTAKEN).records(3, 4, A, false);
        assertThat(slot.replies()).containsExactly(CAUTION);
    }

    @Test
    void idleAgentSyncsSixteenTimesAMinute() {
        Duration minute = Duration.ofMinutes(1);
        SlotScript slot = SlotScript.official().known();
        Duration passed = Duration.ZERO;
        int syncs = 0;
        for (long number = 2; passed.compareTo(minute) < 0; number++) {
            slot.from().waits(number).stored(number);
            syncs++;
            Duration held = Duration.ZERO;
            if (slot.replies().isEmpty()) {
                held = Pace.OFFICIAL_HELD;
                slot.after(held).holdEnds(number);
            }
            Duration pause = ((Reply.Continue) slot.replies().getLast()).pause();
            slot.after(pause);
            passed = passed.plus(held).plus(pause);
        }
        assertThat(syncs).isEqualTo(16);
    }

    @Test
    void claimIsMadeWhenTheAgentFetches() {
        SlotScript slot = announced();
        assertThat(slot.fetches(A).actions()).containsExactly(new Action.Claim(A, 2));
    }

    @Test
    void agentIsToldAgainOnlyAfterTwoSeconds() {
        SlotScript slot = announced();
        slot.after(Duration.ofMillis(1999)).waits(3).stored(3);
        assertThat(slot.replies()).noneMatch(Reply.Announce.class::isInstance);
        slot.from().after(Duration.ofMillis(1)).waits(4).stored(4);
        assertThat(slot.replies()).containsExactly(new Reply.Announce(A));
    }

    @Test
    void anotherAttemptIsToldOnlyTwoSecondsAfterTheFirst() {
        SlotScript slot = announced().assigned(B);
        slot.after(Duration.ofMillis(1999)).waits(3).stored(3);
        assertThat(slot.replies()).noneMatch(Reply.Announce.class::isInstance);
        slot.from().after(Duration.ofMillis(1)).waits(4).stored(4);
        assertThat(slot.replies()).containsExactly(new Reply.Announce(B));
    }

    @Test
    void interruptedAgentIsNotToldAgainAndLetsTheAttemptBeTakenBack() {
        SlotScript slot = announced().interrupted(Interruption.NOTICED).after(Duration.ofSeconds(3));
        slot.waits(3).stored(3);
        assertThat(slot.replies()).noneMatch(Reply.Announce.class::isInstance);
        assertThat(slot.actions()).contains(new Action.Free(3, Optional.of(A.attempt())));
    }

    @Test
    void whatMustEndIsNotToldAgain() {
        SlotScript slot =
                announced().stopped(A).after(Duration.ofSeconds(3)).waits(3).stored(3);
        assertThat(slot.replies()).noneMatch(Reply.Announce.class::isInstance);
        assertThat(slot.actions()).contains(new Action.Free(3, Optional.of(A.attempt())));
    }

    @Test
    void agentThatHasFetchedIsNeverToldAgain() {
        SlotScript slot = fetched().after(Duration.ofSeconds(5)).waits(3).stored(3);
        assertThat(slot.replies()).noneMatch(Reply.Announce.class::isInstance);
        assertThat(slot.actions()).noneMatch(Action.Free.class::isInstance);
    }

    @Test
    void agentThatForgotItsJobIsLookedAtAnewWhenItIsToGetAnother() {
        SlotScript slot = fetched().assigned(B).waits(3).stored(3);
        assertThat(slot.actions()).contains(new Action.ReadRecord(3));
        slot.from().records(3, 3, B, false);
        assertThat(slot.replies()).containsExactly(CAUTION);
        assertThat(slot.from().waits(4).stored(4).replies()).containsExactly(new Reply.Announce(B));
    }

    @Test
    void stopWaitsUntilTheAgentRuns() {
        SlotScript slot = fetched().stopped(A).starts(3, A).stored(3);
        assertThat(slot.replies()).isNotEmpty().noneMatch(Reply.Stop.class::isInstance);
        assertThat(slot.from().runs(4, A).stored(4).replies()).endsWith(STOP_A);
    }

    @Test
    void stopThatComesWhileTheNumberIsStoredHurriesIt() {
        SlotScript slot = fetched().runs(3, A).from().stopped(A);
        assertThat(slot.actions()).containsExactly(new Action.Hurry());
        assertThat(slot.from().stored(3).replies()).containsExactly(STOP_A);
    }

    @Test
    void jobIsStoppedWhenTheGraceOfAnInterruptionIsOver() {
        SlotScript slot = fetched().interrupted(Interruption.NOTICED).runs(3, A).stored(3);
        assertThat(slot.replies()).noneMatch(Reply.Stop.class::isInstance);
        slot.from().interrupted(Interruption.DUE).runs(4, A).stored(4);
        assertThat(slot.replies()).containsExactly(new Reply.Stop(A.attempt(), Optional.empty()));
    }

    @Test
    void agentFromAnotherGatewayIsFirstLetGoOnForTwoSeconds() {
        SlotScript slot = SlotScript.official().waits(1).from().records(1, 7, A, false);
        assertThat(slot.replies()).containsExactly(CAUTION);
        assertThat(slot.from().waits(8).stored(8).replies()).containsExactly(new Reply.Announce(A));
    }

    @Test
    void slotIsSpokenForOnlyByTheGatewayThatStoresItsNumbers() {
        SlotScript slot = SlotScript.official().waits(1).records(1, 7, null, false);
        assertThat(slot.slot().isServed()).isFalse();
        assertThat(slot.waits(8).stored(8).slot().isServed()).isTrue();
        slot.waits(9).beat(9, BeatOutcome.OVERTAKEN).records(9, 9, null, false);
        assertThat(slot.slot().isServed()).isFalse();
    }

    @Test
    void whatWasFetchedAtAnotherGatewayIsNeverTold() {
        SlotScript slot = SlotScript.official().waits(1).records(1, 7, A, true).from();
        slot.after(Duration.ofSeconds(5)).waits(8).stored(8);
        assertThat(slot.replies()).noneMatch(Reply.Announce.class::isInstance);
    }

    @Test
    void numberThatAnotherGatewayTookMeansThatItServedTheSlot() {
        SlotScript slot = SlotScript.official().known().assigned(A).waits(2).from();
        assertThat(slot.beat(2, BeatOutcome.OVERTAKEN).actions()).containsExactly(new Action.ReadRecord(2));
        assertThat(slot.from().records(2, 2, A, false).replies()).containsExactly(CAUTION);
    }

    @Test
    void jobThatTheOtherGatewayGaveGoesOnHere() {
        SlotScript slot = SlotScript.official()
                .known()
                .runs(2, A)
                .beat(2, BeatOutcome.OVERTAKEN)
                .from();
        slot.records(2, 5, A, true);
        assertThat(slot.actions())
                .containsExactly(
                        new Action.Renumber(2, 6), new Action.TakeNumber(6, Optional.of(A.attempt()), Haste.SOON));
        assertThat(slot.from().stored(6).replies()).containsExactly(USUAL);
        assertThat(slot.slot().occupant()).isInstanceOf(Occupant.Running.class);
    }

    @Test
    void numberOfUnknownOutcomeIsNoAnswerAndIsReadAgain() {
        SlotScript slot = SlotScript.official().known().waits(2).from().beat(2, BeatOutcome.FAILED);
        assertThat(slot.replies()).containsExactly(new Reply.Unavailable());
        assertThat(slot.from().waits(3).actions()).containsExactly(new Action.ReadRecord(3));
    }

    @Test
    void syncThatWasGivenUpUnnumberedIsReadAgain() {
        SlotScript slot = SlotScript.official().known().waits(2).from().waits(3);
        assertThat(slot.actions()).endsWith(new Action.ReadRecord(3));
    }

    @Test
    void claimThatWasOvertakenIsLookedUpAgain() {
        SlotScript slot = announced().fetches(A).claimed(A, 2, Verdict.OVERTAKEN);
        assertThat(slot.slot().occupant()).isInstanceOf(Occupant.Unknown.class);
    }

    private static SlotScript announced() {
        return SlotScript.official().known().assigned(A).waits(2).stored(2).from();
    }

    private static SlotScript fetched() {
        return announced().fetches(A).claimed(A, 2, Verdict.GRANTED).from();
    }
}
