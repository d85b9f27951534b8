package io.signalbox.scheduler.loop.leadership;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.Epoch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** C14: who leads, and until when it may commit. */
class LeadOrFollowTest {

    private final AtomicLong nanos = new AtomicLong();
    private final InMemoryLeadershipStore store = new InMemoryLeadershipStore();
    private final Candidate anna = new Candidate("anna");
    private final Candidate berta = new Candidate("berta");

    @Test
    void hintedOneLeadsAtOnce() {
        anna.hinted();

        assertThat(anna.term().epoch()).isEqualTo(new Epoch(1));
        assertThat(anna.term().mayCommit()).isTrue();
    }

    @Test
    void leadsWithoutABrokerOnceTheRenewalsStandStill() {
        anna.look();
        pass(Duration.ofMillis(9_900));
        anna.look();
        assertThat(anna.terms).isEmpty();

        pass(Duration.ofMillis(200));
        anna.look();
        assertThat(anna.term().epoch()).isEqualTo(new Epoch(1));
    }

    @Test
    void followerLeavesALeaderAloneThatRenews() {
        anna.hinted();
        for (int second = 0; second < 30; second++) {
            anna.look();
            berta.look();
            pass(Duration.ofSeconds(1));
        }
        assertThat(berta.terms).isEmpty();
        assertThat(anna.term().mayCommit()).isTrue();
    }

    @Test
    void onlyAFollowerHasTimeToMakeReady() {
        anna.hinted();
        anna.look();
        berta.look();
        berta.look();

        assertThat(anna.followed).isZero();
        assertThat(berta.followed).isEqualTo(1);
    }

    @Test
    void leaderThatCannotRenewStopsCommittingBeforeAnotherTakesOver() {
        anna.hinted();
        store.goAway();
        pass(Duration.ofSeconds(5));
        anna.look();

        assertThat(anna.term().mayCommit()).isFalse();
        assertThat(anna.term().isOver()).isFalse();
    }

    @Test
    void leaderThatCanRenewAgainGoesOn() {
        anna.hinted();
        store.goAway();
        pass(Duration.ofSeconds(6));
        anna.look();
        store.comeBack();
        pass(Duration.ofSeconds(2));
        anna.look();

        assertThat(anna.term().mayCommit()).isTrue();
    }

    @Test
    void pausedLeaderThatWakesMayNotCommit() {
        anna.hinted();
        berta.look();
        pass(Duration.ofSeconds(11));
        berta.look();

        assertThat(berta.term().epoch()).isEqualTo(new Epoch(2));
        assertThat(anna.term().mayCommit()).isFalse();
    }

    @Test
    void outdoneLeaderStepsDown() {
        anna.hinted();
        berta.hinted();
        pass(Duration.ofSeconds(2));
        anna.look();

        assertThat(anna.term().isOver()).isTrue();
        assertThat(anna.ended).isOne();
        assertThat(berta.term().mayCommit()).isTrue();
    }

    @Test
    void leaderInDoubtTakesOverAnewWhenItStillMay() {
        anna.hinted();
        anna.term().end();
        anna.look();

        assertThat(anna.ended).isOne();
        assertThat(anna.term().epoch()).isEqualTo(new Epoch(2));
    }

    @Test
    void leaderInDoubtFollowsTheOneThatOutdidIt() {
        anna.hinted();
        berta.hinted();
        anna.term().end();
        anna.look();
        anna.look();

        assertThat(anna.terms).hasSize(1);
        assertThat(berta.term().mayCommit()).isTrue();
    }

    @Test
    void raiseWithoutAnAnswerIsNoLeadershipButIsTriedAgain() {
        store.loseAnswers();
        anna.hinted();
        assertThat(anna.terms).isEmpty();

        store.comeBack();
        anna.look();
        anna.look();
        assertThat(anna.term().epoch()).isEqualTo(new Epoch(2));
    }

    @Test
    void resigningEndsTheTerm() {
        anna.hinted();
        anna.leadership.resign();

        assertThat(anna.term().mayCommit()).isFalse();
        assertThat(anna.ended).isOne();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private final class Candidate {
        private final List<Term> terms = new ArrayList<>();
        private final LeadOrFollow leadership;
        private int ended;
        private int followed;

        Candidate(String name) {
            leadership = new LeadOrFollow(name, store, LeadershipTimes.DEFAULT, nanos::get, new Reign() {
                @Override
                public Runnable begin(Term term) {
                    terms.add(term);
                    return () -> ended++;
                }

                @Override
                public void follow() {
                    followed++;
                }
            });
        }

        void hinted() {
            leadership.hinted();
        }

        void look() {
            leadership.look();
        }

        Term term() {
            return terms.getLast();
        }
    }
}
