package io.signalbox.scheduler.loop.sweep;

import static io.signalbox.scheduler.core.world.Sample.runner;
import static io.signalbox.scheduler.core.world.Sample.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.Epoch;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.world.ModelRunner;
import io.signalbox.scheduler.loop.leadership.Term;
import io.signalbox.scheduler.world.Changes;
import io.signalbox.scheduler.world.StandingFleet;
import io.signalbox.testkit.time.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepStoreTest {

    private final ManualClock clock = ManualClock.started();
    private final StandingFleet fleet = new StandingFleet(new ModelRunner(runner(1), 1).reading());
    private final LiveRunners live = new LiveRunners();
    private final List<String> swept = new ArrayList<>();
    private final Term term = new Term(new Epoch(1), Duration.ofSeconds(5), clock::nanoTime, clock.nanoTime());
    private Duration reportsTake = Duration.ZERO;
    private final SweepStore sweep = new SweepStore(
            term,
            new SweepFleet(fleet, live, clock::nanoTime, _ -> {}),
            new SweepStore.Parts(() -> swept.add("outboxes"), this::sweepReports, () -> swept.add("tasks")),
            clock::nanoTime);

    private void sweepReports() {
        swept.add("reports");
        clock.advance(reportsTake);
    }

    @Test
    void looksAtOutboxesAndReportsEachSecondAndAtTasksEachMinute() {
        for (int second = 0; second < 61; second++) {
            sweep.run();
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(swept).filteredOn("outboxes"::equals).hasSize(61);
        assertThat(swept).filteredOn("reports"::equals).hasSize(61);
        assertThat(swept).filteredOn("tasks"::equals).hasSize(1);
    }

    @Test
    void whatHasGrownLargeIsLookedAtLessOften() {
        reportsTake = Duration.ofMillis(500);
        for (int second = 0; second < 20; second++) {
            sweep.run();
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(swept).filteredOn("reports"::equals).hasSizeBetween(2, 3);
    }

    @Test
    void runnersWithALiveAttemptAreReadEachSecond() {
        live.note(task(1), new TaskStatus.Assigned(Changes.attempt(task(1), 1), null));
        sweep.run();
        clock.advance(Duration.ofSeconds(1));
        sweep.run();
        live.note(task(1), TaskStatus.Queued.AT_ONCE);
        clock.advance(Duration.ofSeconds(1));
        sweep.run();

        assertThat(fleet.readings())
                .containsExactly("relays", "all", "some 1", "relays", "some 1", "relays", "all", "some 0");
    }

    @Test
    void nothingIsSweptWhenTheTermIsOver() {
        term.end();
        sweep.run();

        assertThat(swept).isEmpty();
        assertThat(fleet.readings()).isEmpty();
    }
}
