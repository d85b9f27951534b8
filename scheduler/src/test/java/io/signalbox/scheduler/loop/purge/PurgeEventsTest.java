package io.signalbox.scheduler.loop.purge;

import static io.signalbox.scheduler.core.world.Sample.START;
import static io.signalbox.scheduler.loop.purge.OldEventsContract.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.Epoch;
import io.signalbox.scheduler.core.retention.AgedEvent;
import io.signalbox.scheduler.core.time.Now;
import io.signalbox.scheduler.loop.leadership.Term;
import io.signalbox.testkit.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PurgeEventsTest {

    private static final Duration KEPT = Duration.ofDays(30);

    private final ManualClock clock = ManualClock.started();
    private final InMemoryOldEvents events = new InMemoryOldEvents();
    private final Term term = new Term(new Epoch(1), Duration.ofMinutes(5), clock::nanoTime, clock.nanoTime());
    private @Nullable Instant storeTime = START.plus(KEPT).plusSeconds(5);
    private int purged;
    private final PurgeEvents purge = new PurgeEvents(term, events, KEPT, this::now, count -> purged += count);

    @Test
    void eventsGoWhenTheyHaveBeenKeptLongEnough() {
        append(8);
        readUpTo(8);
        purge.run();

        assertThat(sequences()).containsExactly(6L, 7L, 8L);
        assertThat(purged).isEqualTo(5);
    }

    @Test
    void theNewestStaysHoweverOldItIs() {
        append(3);
        readUpTo(3);
        purge.run();

        assertThat(sequences()).containsExactly(3L);
    }

    @Test
    void whatAReaderHasStillToReadStays() {
        append(8);
        events.passed("log-seals", 8);
        purge.run();
        assertThat(sequences()).as("the webhooks' place is not known").hasSize(8);

        clock.advance(Duration.ofMinutes(1));
        events.passed("webhooks", 2);
        purge.run();
        assertThat(sequences()).startsWith(3L);
    }

    @Test
    void manyGoBatchByBatch() {
        storeTime = START.plus(Duration.ofDays(60));
        append(5_000);
        readUpTo(5_000);
        purge.run();
        assertThat(sequences()).hasSize(3_000);
        purge.run();
        purge.run();

        assertThat(sequences()).containsExactly(5_000L);
    }

    @Test
    void nothingIsRemovedWhileTheTimeIsUnknownOrByWhoMayNotCommit() {
        append(8);
        readUpTo(8);
        Instant known = storeTime;
        storeTime = null;
        purge.run();
        storeTime = known;
        term.end();
        purge.run();

        assertThat(sequences()).hasSize(8);
    }

    private void append(int count) {
        for (int n = 1; n <= count; n++) {
            events.append(event(n));
        }
    }

    private void readUpTo(long sequence) {
        events.passed("log-seals", sequence);
        events.passed("webhooks", sequence);
    }

    private List<Long> sequences() {
        return events.reach(10_000).oldest().stream().map(AgedEvent::sequence).toList();
    }

    private Now now() {
        return new Now(clock.nanoTime() / 1_000_000, START, storeTime);
    }
}
