package io.signalbox.gateway.adapter.mongo.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.backbone.mongo.write.Backlog;
import io.signalbox.backbone.mongo.write.BatchListener;
import io.signalbox.backbone.mongo.write.BatchingWriter;
import io.signalbox.gateway.runner.health.HealthHistory;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.relay.HealthSample;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.testkit.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** A machine's samples: each for an hour, one a minute for a day, and nothing after that. */
interface HealthContract {
    RunnerId RUNNER = RunnerId.forName("a");
    RunnerId OTHER = RunnerId.forName("b");
    Instant BEGIN = Instant.parse("2026-01-31T12:00:00Z");

    Store store();

    @Test
    default void samplesOfARunnerAreReadInTheirOrder() {
        ManualClock clock = ManualClock.at(BEGIN);
        keep(clock, RUNNER, 20, 30);
        keep(clock, OTHER, 25);
        keep(clock, RUNNER, 0, 10);
        assertThat(history(clock).of(RUNNER)).isEqualTo(samples(0, 10, 20, 30));
        assertThat(history(clock).of(OTHER)).isEqualTo(samples(25));
    }

    @Test
    default void afterAnHourOneOfEachMinuteIsLeft() {
        ManualClock clock = ManualClock.at(BEGIN);
        keep(clock, RUNNER, 0, 10, 70);
        keep(clock, OTHER, 5, 15);
        clock.advance(Duration.ofHours(2).minusSeconds(1));
        new ThinHealth(history(), () -> Optional.of(clock.instant())).run();
        assertThat(history(clock).of(RUNNER)).isEqualTo(samples(0, 10, 70));
        clock.advance(Duration.ofSeconds(1));
        new ThinHealth(history(), () -> Optional.of(clock.instant())).run();
        assertThat(history(clock).of(RUNNER)).isEqualTo(samples(0, 70));
        assertThat(history(clock).of(OTHER)).isEqualTo(samples(5));
        assertThat(history().countDocuments()).isEqualTo(2);
    }

    @Test
    default void afterADayNothingIsLeft() {
        ManualClock clock = ManualClock.at(BEGIN);
        keep(clock, RUNNER, 0, 10);
        clock.advance(Duration.ofHours(2));
        ThinHealth thinning = new ThinHealth(history(), () -> Optional.of(clock.instant()));
        thinning.run();
        clock.advance(Duration.ofHours(22));
        thinning.run();
        assertThat(history(clock).of(RUNNER)).isEqualTo(samples(0));
        clock.advance(Duration.ofHours(1));
        thinning.run();
        assertThat(history().countDocuments()).isZero();
    }

    @Test
    default void whatWasInterruptedBetweenInsertAndRemovalIsRepeated() {
        ManualClock clock = ManualClock.at(BEGIN);
        keep(clock, RUNNER, 0, 10, 70);
        List<Document> fine = history().find().into(new ArrayList<>());
        clock.advance(Duration.ofHours(2));
        ThinHealth thinning = new ThinHealth(history(), () -> Optional.of(clock.instant()));
        thinning.run();
        history().insertMany(fine);
        thinning.run();
        assertThat(history(clock).of(RUNNER)).isEqualTo(samples(0, 70));
        assertThat(history().countDocuments()).isEqualTo(1);
    }

    @Test
    default void manyBatchesAreThinnedInOneRun() {
        ManualClock clock = ManualClock.at(BEGIN);
        try (BatchingWriter writer = writer()) {
            HealthHistory history = new MongoHealthHistory(history(), writer, clock);
            IntStream.range(0, 4_500)
                    .forEach(i -> history.keep(RunnerId.forName("r" + i / 300), samples(i % 300 * 10)));
        }
        clock.advance(Duration.ofHours(2));
        new ThinHealth(history(), () -> Optional.of(clock.instant())).run();
        assertThat(history().countDocuments()).isEqualTo(15);
        assertThat(history(clock).of(RunnerId.forName("r3"))).hasSize(50);
    }

    @Test
    default void withoutTheStoresTimeNothingIsRemoved() {
        ManualClock clock = ManualClock.at(BEGIN);
        keep(clock, RUNNER, 0, 10);
        new ThinHealth(history(), Optional::empty).run();
        assertThat(history(clock).of(RUNNER)).hasSize(2);
    }

    private void keep(ManualClock clock, RunnerId runner, int... seconds) {
        try (BatchingWriter writer = writer()) {
            new MongoHealthHistory(history(), writer, clock).keep(runner, samples(seconds));
        }
    }

    private HealthHistory history(ManualClock clock) {
        return new MongoHealthHistory(history(), writer(), clock);
    }

    private BatchingWriter writer() {
        return new BatchingWriter(history(), Backlog.USUAL, BatchListener.NONE);
    }

    private MongoCollection<Document> history() {
        return store().deciding(CollectionNames.RUNNER_HEALTH);
    }

    private static List<HealthSample> samples(int... seconds) {
        return IntStream.of(seconds)
                .mapToObj(second -> new HealthSample(BEGIN.plusSeconds(second), 0.5, 1, 2, 3, 4, 5))
                .toList();
    }
}
