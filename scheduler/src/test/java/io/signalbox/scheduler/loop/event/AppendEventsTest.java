package io.signalbox.scheduler.loop.event;

import static io.signalbox.scheduler.loop.event.Events.NOON;
import static io.signalbox.scheduler.loop.event.Events.ofTask;
import static io.signalbox.scheduler.loop.event.Events.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.model.id.Epoch;
import io.signalbox.scheduler.loop.leadership.Term;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** C19: each stored event is appended once, in order, by the leader alone. */
class AppendEventsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final InMemoryOutboxStore outboxes = new InMemoryOutboxStore();
    private final InMemoryEventStore feed = new InMemoryEventStore();
    private final List<String> told = new ArrayList<>();
    private final Term term = term(1);
    private final AppendEvents events = opened(term);

    @Test
    void appendsWhatWasStoredAndEmptiesTheOutbox() {
        commit(1, 1);
        commit(1, 2);
        events.round();
        clear(events);

        assertThat(feed.keys()).containsExactly("epoch:1", key(1, 1), key(1, 2));
        assertThat(outboxes.leftBehind(10)).isEmpty();
        assertThat(told).containsExactly("3: [" + key(1, 1) + ", " + key(1, 2) + "]");
    }

    @Test
    void whatStandsInTheFeedIsClearedTogetherAndAppendedOnce() {
        commit(1, 1);
        events.round();
        commit(1, 2);
        events.round();
        assertThat(outboxes.leftBehind(10)).containsExactly(owner(1));
        clear(events);

        assertThat(feed.keys()).containsExactly("epoch:1", key(1, 1), key(1, 2));
        assertThat(outboxes.clears()).isEqualTo(1);
        assertThat(outboxes.leftBehind(10)).isEmpty();
    }

    @Test
    void outboxWaitsForItsOwnTimeToBeCleared() {
        commit(1, 1);
        events.round();
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        commit(2, 1);
        events.round();
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        events.round();

        assertThat(outboxes.leftBehind(10)).containsExactly(owner(2));
    }

    @Test
    void sweepThatMeetsWhatIsNotClearedYetChangesNothing() {
        commit(1, 1);
        events.round();
        events.leftBehind(outboxes, outboxes.leftBehind(10));
        events.round();

        assertThat(feed.keys()).containsExactly("epoch:1", key(1, 1));
    }

    @Test
    void outboxIsCarriedFromItsNamingUntilItIsCleared() {
        commit(1, 1);
        assertThat(events.carries(owner(1))).isTrue();
        events.round();
        assertThat(events.carries(owner(1))).isTrue();
        clear(events);

        assertThat(events.carries(owner(1))).isFalse();
        assertThat(events.carries(owner(2))).isFalse();
    }

    @Test
    void outboxThatWasEmptyWhenItWasReadIsNotCarriedOn() {
        commit(1, 1);
        events.round();
        clear(events);
        events.changed(outboxes, List.of(owner(1)), () -> {});
        events.round();

        assertThat(events.carries(owner(1))).isFalse();
    }

    @Test
    void runsWhatWaitsForTheEventsOnceTheyStand() {
        outboxes.keep(owner(1), ofTask(1, 1));
        List<String> seen = new ArrayList<>();
        events.changed(outboxes, List.of(owner(1)), () -> seen.addAll(feed.keys()));
        assertThat(seen).isEmpty();
        events.round();

        assertThat(seen).contains(key(1, 1));
    }

    @Test
    void lostAnswerDoublesNothing() {
        commit(1, 1);
        feed.loseAnAnswer();
        assertThatThrownBy(events::round).isInstanceOf(IllegalStateException.class);
        commit(2, 1);
        events.round();

        assertThat(feed.keys()).containsExactly("epoch:1", key(1, 1), key(2, 1));
    }

    @Test
    void newLeaderAppendsWhatWasLeftAndNothingTwice() {
        commit(1, 1);
        commit(2, 1);
        feed.append(2, List.of(ofTask(1, 1)));
        AppendEvents successor = opened(term(2));
        successor.leftBehind(outboxes, outboxes.leftBehind(10));
        successor.round();
        clear(successor);

        assertThat(feed.keys()).containsExactly("epoch:1", key(1, 1), "epoch:2", key(2, 1));
        assertThat(outboxes.leftBehind(10)).isEmpty();
    }

    /** C19: the first change of a take-over can meet an outbox that an earlier leader had appended and not cleared. */
    @Test
    void untilTheFirstSweepEvenOwnChangesAreLookedUp() {
        commit(1, 1);
        feed.append(2, List.of(ofTask(1, 1)));
        AppendEvents successor = opened(term(2));
        successor.changed(outboxes, List.of(owner(1)), () -> {});
        successor.round();
        clear(successor);

        assertThat(feed.keys()).containsExactly("epoch:1", key(1, 1), "epoch:2");
        assertThat(outboxes.leftBehind(10)).isEmpty();
    }

    @Test
    void oldLeadersLateAppendFailsAtTheMarkerAndEndsItsTerm() {
        commit(1, 1);
        opened(term(2));
        events.round();

        assertThat(feed.keys()).containsExactly("epoch:1", "epoch:2");
        assertThat(term.isOver()).isTrue();
        assertThat(outboxes.leftBehind(10)).containsExactly(owner(1));
    }

    @Test
    void leaderThatMayNotCommitAppendsNothing() {
        commit(1, 1);
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        events.round();

        assertThat(feed.keys()).containsExactly("epoch:1");
    }

    private void commit(int n, long version) {
        outboxes.keep(owner(n), ofTask(n, version));
        events.changed(outboxes, List.of(owner(n)), () -> {});
    }

    private void clear(AppendEvents whose) {
        nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        whose.round();
    }

    private AppendEvents opened(Term whose) {
        var opened = new AppendEvents(
                whose,
                feed,
                (upTo, which) -> told.add(
                        upTo + ": " + which.stream().map(FeedEvent::key).toList()),
                nanos::get);
        opened.open(NOON);
        return opened;
    }

    private Term term(long epoch) {
        return new Term(new Epoch(epoch), Duration.ofSeconds(5), nanos::get, nanos.get());
    }

    private static String owner(int n) {
        return task(n).value();
    }

    private static String key(int n, long version) {
        return ofTask(n, version).key();
    }
}
