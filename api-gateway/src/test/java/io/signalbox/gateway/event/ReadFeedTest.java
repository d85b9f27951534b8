package io.signalbox.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.backbone.bus.BusListener;
import io.signalbox.backbone.local.LocalBus;
import io.signalbox.gateway.access.Scope;
import io.signalbox.gateway.problem.ProblemException;
import io.signalbox.model.id.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReadFeedTest {
    private final Feed store = new Feed();
    private final ReadFeed feed = new ReadFeed(store, new FeedBell(new LocalBus(BusListener.NONE)), System::nanoTime);

    @Test
    void cursorThatExpiresWhileThePageIsReadIsRefused() {
        store.appended(1, 6);
        store.purgedBehindTheReading = 4;

        assertThatThrownBy(() -> feed.read(after(2)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().detail())
                                .contains("stands at 2", "oldest event kept is 5"));
    }

    @Test
    void cursorRightBeforeTheOldestEventMissesNothing() {
        store.appended(5, 6);
        assertThat(feed.read(after(4)).events()).extracting(FeedEvent::sequence).containsExactly(5L, 6L);
    }

    @Test
    void whoHasNoCursorBeginsWithTheOldest() {
        store.appended(5, 6);
        assertThat(feed.read(after(EventStore.START)).events())
                .extracting(FeedEvent::sequence)
                .containsExactly(5L, 6L);
    }

    private static EventQuery after(long sequence) {
        return new EventQuery(sequence, Scope.everything(), List.of(), 9);
    }

    /** Events by their sequence, of which the first may go right behind a reading. */
    private static final class Feed implements EventStore {
        private final TreeMap<Long, FeedEvent> events = new TreeMap<>();
        private long purgedBehindTheReading;

        void appended(long first, long last) {
            for (long n = first; n <= last; n++) {
                events.put(n, new FeedEvent(n, "e" + n, "task.passed", Instant.EPOCH, null, null, Map.of()));
            }
        }

        @Override
        public List<FeedEvent> read(EventQuery query) {
            List<FeedEvent> found =
                    List.copyOf(events.tailMap(query.after(), false).values());
            events.headMap(purgedBehindTheReading, true).clear();
            return found;
        }

        @Override
        public long oldest() {
            return events.isEmpty() ? START : events.firstKey();
        }

        @Override
        public long newest() {
            return events.isEmpty() ? START : events.lastKey();
        }

        @Override
        public List<FeedEvent> of(TaskId task) {
            return List.of();
        }
    }
}
