package io.signalbox.scheduler.loop.purge;

import static io.signalbox.scheduler.core.world.Sample.START;
import static io.signalbox.scheduler.core.world.Sample.runner;
import static io.signalbox.scheduler.core.world.Sample.task;
import static io.signalbox.scheduler.loop.purge.PurgeStoreContract.finished;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.signalbox.model.id.Epoch;
import io.signalbox.scheduler.core.time.Now;
import io.signalbox.scheduler.core.world.ModelRunner;
import io.signalbox.scheduler.loop.leadership.Term;
import io.signalbox.scheduler.world.StandingFleet;
import io.signalbox.testkit.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PurgeTasksTest {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration TERM = Duration.ofMinutes(5);

    private final ManualClock clock = ManualClock.started();
    private final InMemoryPurgeStore store = new InMemoryPurgeStore();
    private final StandingFleet fleet = new StandingFleet(new ModelRunner(runner(1), 1).reading());
    private final Term term = new Term(new Epoch(1), TERM, clock::nanoTime, clock.nanoTime());
    private @Nullable Instant storeTime = START.plus(KEPT);
    private int purged;

    @Test
    void taskGoesLastWhenItsLogIsGone() {
        store.insert(finished(1), START, 0);
        PurgeTasks purge = leader();
        rounds(purge, 3);
        assertThat(store.kept()).as("a gateway has not removed the log").containsExactly(task(1));

        assertThat(store.fulfil()).isEqualTo(1);
        rounds(purge, 1);

        assertThat(store.kept()).isEmpty();
        assertThat(purged).isEqualTo(1);
    }

    @Test
    void whatIsNotDueIsLeftAlone() {
        storeTime = START.plus(KEPT).minusMillis(1);
        store.insert(finished(1), START, 0);
        rounds(leader(), 3);

        assertThat(store.wishes()).isEmpty();
        assertThat(store.kept()).containsExactly(task(1));
    }

    @Test
    void whileTheStoresTimeIsUnknownNothingIsDue() {
        storeTime = null;
        store.insert(finished(1), START, 0);
        rounds(leader(), 3);

        assertThat(store.wishes()).isEmpty();
    }

    @Test
    void whoMayNotCommitRemovesNothing() {
        store.insert(finished(1), START, 0);
        PurgeTasks purge = leader();
        rounds(purge, 1);
        store.fulfil();
        clock.advance(TERM);
        rounds(purge, 2);

        assertThat(store.kept()).containsExactly(task(1));
    }

    @Test
    void leaderThatDiesBetweenAnyTwoWritesLeavesWhatTheNextOneFinishes() {
        for (int heardOf = 0; heardOf < 3; heardOf++) {
            store.insert(finished(1), START, 0);
            store.insert(finished(2), START, 0);
            store.loseTheAnswerAfter(heardOf);
            PurgeTasks dying = leader();
            assertThatIllegalStateException().isThrownBy(() -> {
                rounds(dying, 1);
                store.fulfil();
                rounds(dying, 1);
            });

            PurgeTasks next = leader();
            rounds(next, 1);
            store.fulfil();
            rounds(next, 1);

            assertThat(store.kept()).as("died after %d writes", heardOf).isEmpty();
            assertThat(store.wishes()).as("died after %d writes", heardOf).isEmpty();
        }
    }

    @Test
    void moreThanAPageIsRemovedByAndBy() {
        for (int n = 0; n < 2_500; n++) {
            store.insert(finished(n), START.plusMillis(n), 0);
        }
        PurgeTasks purge = leader();
        for (int round = 0; round < 5; round++) {
            rounds(purge, 1);
            store.fulfil();
        }

        assertThat(store.kept()).isEmpty();
        assertThat(purged).isEqualTo(2_500);
    }

    @Test
    void whileGatewaysRemoveNoLogsNoMoreIsWished() {
        for (int n = 0; n < 6_000; n++) {
            store.insert(finished(n), START.plusMillis(n), 0);
        }
        rounds(leader(), 10);

        assertThat(store.wishes()).hasSize(4_000);
    }

    @Test
    void itRestsBetweenTwoPasses() {
        PurgeTasks purge = leader();
        rounds(purge, 1);
        store.insert(finished(1), START, 0);
        rounds(purge, 1);
        assertThat(store.wishes()).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        rounds(purge, 1);
        assertThat(store.wishes()).containsExactly(task(1));
    }

    private PurgeTasks leader() {
        return new PurgeTasks(term, store, fleet, this::now, count -> purged += count);
    }

    private Now now() {
        return new Now(clock.nanoTime() / 1_000_000, START, storeTime);
    }

    private static void rounds(PurgeTasks purge, int count) {
        for (int round = 0; round < count; round++) {
            purge.run();
        }
    }
}
