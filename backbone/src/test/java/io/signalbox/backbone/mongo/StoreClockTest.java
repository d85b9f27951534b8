package io.signalbox.backbone.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import io.signalbox.backbone.mongo.StoreClock.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** C22: absolute times are the store's. */
class StoreClockTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration ROUND_TRIP = Duration.ofMillis(2);

    private final AtomicLong nanos = new AtomicLong(-5);
    private final StoreClock clock = new StoreClock(this::ask, nanos::get);
    private boolean storeAway;
    private boolean nonsense;

    private Instant ask() {
        if (storeAway) {
            throw new MongoException("away");
        }
        if (nonsense) {
            throw new ClassCastException("not a date");
        }
        nanos.addAndGet(ROUND_TRIP.toNanos());
        return NOON;
    }

    @Test
    void knowsNothingBeforeItWasMeasured() {
        assertThat(clock.now()).isEmpty();
    }

    @Test
    void assumesThatTheStoreLookedInTheMiddleOfTheRoundTrip() {
        assertThat(clock.measure()).contains(new Reading(NOON.plusMillis(1), Duration.ofMillis(1)));
    }

    @Test
    void goesOnWithTheMonotonicClock() {
        clock.measure();
        nanos.addAndGet(Duration.ofSeconds(30).toNanos());

        assertThat(clock.now().orElseThrow().instant())
                .isEqualTo(NOON.plusSeconds(30).plusMillis(1));
    }

    @Test
    void knowsNothingWhenTheMeasurementIsTooOld() {
        clock.measure();
        nanos.addAndGet(Duration.ofSeconds(61).toNanos());

        assertThat(clock.now()).isEmpty();
    }

    @Test
    void keepsWhatItKnowsWhileTheStoreIsAway() {
        clock.measure();
        storeAway = true;

        assertThat(clock.measure()).isEmpty();
        assertThat(clock.now()).isPresent();
    }

    /** What measures must not die: without it the clock would be unknown after a minute, for good. */
    @Test
    void keepsWhatItKnowsWhenTheStoreAnswersNonsense() {
        clock.measure();
        nonsense = true;

        assertThat(clock.measure()).isEmpty();
        assertThat(clock.now()).isPresent();
    }

    @Test
    void readsTheTimeOfARunningStore() {
        try (InMemoryStore inMemory = new InMemoryStore();
                StoreClock real = inMemory.store().clock()) {
            real.start();

            assertThat(real.now()).isPresent();
        }
    }
}
