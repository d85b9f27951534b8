package io.signalbox.scheduler.loop.purge;

import static io.signalbox.scheduler.core.world.Sample.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.scheduler.core.retention.AgedEvent;
import io.signalbox.scheduler.core.retention.FeedReach;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every feed does of which the old end is purged (C25). */
public interface OldEventsContract {

    /** Those of an empty feed. */
    OldEvents events();

    /** There is such an event. */
    void append(AgedEvent event);

    /** A gateway's own reader has come so far. */
    void passed(String reader, long sequence);

    /** The n-th event. */
    static AgedEvent event(long n) {
        return new AgedEvent(n, START.plusSeconds(n));
    }

    @Test
    default void oldestEventsAreShownAndTheNewestOfAll() {
        for (long n = 4; n <= 9; n++) {
            append(event(n));
        }

        FeedReach reach = events().reach(2);
        assertThat(reach.oldest()).containsExactly(event(4), event(5));
        assertThat(reach.newest()).isEqualTo(9);
    }

    @Test
    default void readIsWhatEveryReaderHasRead() {
        assertThat(events().reach(1).read()).as("nobody has begun").isEqualTo(-1);
        passed("log-seals", 7);
        assertThat(events().reach(1).read()).as("one has not begun").isEqualTo(-1);
        passed("webhooks", 5);
        assertThat(events().reach(1).read()).isEqualTo(5);
    }

    @Test
    default void whatIsRemovedIsGoneAndNothingElse() {
        List.of(event(1), event(2), event(3)).forEach(this::append);
        events().remove(2);
        events().remove(2);

        assertThat(events().reach(9).oldest()).containsExactly(event(3));
    }
}
