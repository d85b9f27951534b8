package io.signalbox.scheduler.loop.event;

import static io.signalbox.scheduler.loop.event.Events.NOON;
import static io.signalbox.scheduler.loop.event.Events.ofRunner;
import static io.signalbox.scheduler.loop.event.Events.ofTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.Epoch;
import io.signalbox.scheduler.loop.event.EventStore.Append;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every feed does (C19). */
public interface EventStoreContract {

    /** An empty one. */
    EventStore feed();

    @Test
    default void beginsBehindItsMarker() {
        EventStore feed = feed();

        assertThat(feed.open(new Epoch(1), NOON)).isEqualTo(2);
        assertThat(feed.append(2, List.of(ofTask(1, 1), ofTask(2, 1)))).isEqualTo(Append.APPENDED);
        assertThat(feed.open(new Epoch(2), NOON)).isEqualTo(5);
    }

    @Test
    default void lateAppendOfAnOldLeaderFailsAtTheMarker() {
        EventStore feed = feed();
        long old = feed.open(new Epoch(1), NOON);
        long young = feed.open(new Epoch(2), NOON);

        assertThat(feed.append(old, List.of(ofTask(1, 1)))).isEqualTo(Append.OUTDONE);
        assertThat(feed.append(young, List.of(ofTask(1, 1)))).isEqualTo(Append.APPENDED);
    }

    @Test
    default void repeatedAppendIsTheSameAppend() {
        EventStore feed = feed();
        long first = feed.open(new Epoch(1), NOON);
        List<FeedEvent> events = List.of(ofTask(1, 1), ofTask(2, 1), ofTask(3, 1));
        feed.append(first, events.subList(0, 2));

        assertThat(feed.append(first, events)).isEqualTo(Append.APPENDED);
        assertThat(feed.append(first, events)).isEqualTo(Append.APPENDED);
        assertThat(feed.open(new Epoch(2), NOON)).isEqualTo(first + 4);
    }

    @Test
    default void foreignEventInTheMiddleOutdoesTheWholeRest() {
        EventStore feed = feed();
        long first = feed.open(new Epoch(1), NOON);
        feed.append(first, List.of(ofTask(1, 1)));
        feed.open(new Epoch(2), NOON);

        assertThat(feed.append(first, List.of(ofTask(1, 1), ofTask(2, 1)))).isEqualTo(Append.OUTDONE);
        assertThat(feed.known(List.of(ofTask(2, 1)))).isEmpty();
    }

    @Test
    default void knowsWhatWasAppended() {
        EventStore feed = feed();
        long first = feed.open(new Epoch(1), NOON);
        feed.append(first, List.of(ofTask(1, 1), ofRunner("r", 1)));

        assertThat(feed.known(List.of(ofTask(1, 1), ofTask(1, 2), ofTask(2, 1), ofRunner("r", 1), ofRunner("r", 2))))
                .containsExactlyInAnyOrder(ofTask(1, 1).key(), ofRunner("r", 1).key());
        assertThat(feed.known(List.of())).isEmpty();
    }

    @Test
    default void eventOfATaskWhoseIdCameAgainIsNew() {
        EventStore feed = feed();
        FeedEvent first = ofTask(1, 0);
        feed.append(feed.open(new Epoch(1), NOON), List.of(first));
        FeedEvent again = new FeedEvent(
                first.key(), first.type(), first.project(), first.task(), NOON.plus(Duration.ofDays(31)), first.data());

        assertThat(feed.known(List.of(again))).isEmpty();
    }
}
