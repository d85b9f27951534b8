package io.signalbox.scheduler.loop;

import static io.signalbox.scheduler.core.world.Sample.START;
import static io.signalbox.scheduler.core.world.Sample.task;
import static io.signalbox.scheduler.core.world.Sample.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.Epoch;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.decide.SchedulerCore;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.loop.batch.ChangeOutcome;
import io.signalbox.scheduler.loop.batch.CommitChanges;
import io.signalbox.scheduler.loop.batch.InMemoryTaskStore;
import io.signalbox.scheduler.loop.batch.TellTime;
import io.signalbox.scheduler.loop.errand.Errand;
import io.signalbox.scheduler.loop.errand.Errands;
import io.signalbox.scheduler.loop.event.AppendEvents;
import io.signalbox.scheduler.loop.event.InMemoryEventStore;
import io.signalbox.scheduler.loop.leadership.Term;
import io.signalbox.scheduler.loop.measure.LoopListener;
import io.signalbox.scheduler.loop.outside.SendToRelays;
import io.signalbox.scheduler.loop.report.InMemoryReportStore;
import io.signalbox.scheduler.loop.report.RemoveReports;
import io.signalbox.scheduler.loop.sweep.LiveRunners;
import io.signalbox.scheduler.world.RecordingBus;
import io.signalbox.testkit.time.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows a commit, and never comes before it (C18, C19). */
class RunBatchTest {

    private final ManualClock clock = ManualClock.at(START);
    private final Term term = new Term(new Epoch(1), Duration.ofSeconds(5), clock::nanoTime, clock.nanoTime());
    private final InMemoryTaskStore tasks = new InMemoryTaskStore();
    private final InMemoryReportStore reports = new InMemoryReportStore();
    private final InMemoryEventStore feed = new InMemoryEventStore();
    private final RecordingBus bus = new RecordingBus();
    private final AppendEvents events = new AppendEvents(term, feed, (_, _) -> {}, System::nanoTime);
    private final RemoveReports removal = new RemoveReports(term, reports);
    private final RunBatch batch = batch();

    @BeforeEach
    void taskWaitsAndItsCancelIsReported() {
        events.open(START);
        tasks.insert(task(1), terms().build());
        batch.run(List.of(new Command.TasksRead(tasks.read(List.of(task(1)))), new Command.LoadComplete()));
        reports.append(new Report.CancelWanted(task(1), START));
    }

    @Test
    void reportGoesOnlyAfterItsTransitionAndEventAreStored() {
        batch.run(List.of(new Command.ReportsRead(reports.scan(null, 10))));
        removal.round();
        assertThat(state()).isEqualTo(TaskState.CANCELED);
        assertThat(reports.scan(null, 10)).as("the event is not appended yet").hasSize(1);

        events.round();
        assertThat(feed.keys()).contains(task(1) + ":1.0");
        removal.round();
        assertThat(reports.scan(null, 10)).isEmpty();
    }

    @Test
    void reportStaysWhenItsTransitionWasNotStored() {
        tasks.failNext(ChangeOutcome.UNKNOWN);
        batch.run(List.of(new Command.ReportsRead(reports.scan(null, 10))));
        events.round();
        removal.round();

        assertThat(state()).isEqualTo(TaskState.QUEUED);
        assertThat(reports.scan(null, 10)).hasSize(1);
        assertThat(feed.keys()).containsExactly("epoch:1");
    }

    private TaskState state() {
        return tasks.read(List.of(task(1))).getFirst().status().state();
    }

    private RunBatch batch() {
        var errands = new Errands(errand(), errand(), errand(), errand(), errand(), errand(), errand());
        return new RunBatch(
                new SchedulerCore(new Epoch(1)),
                new TellTime(clock::nanoTime, () -> Optional.of(clock.instant()), clock),
                new CommitChanges(term, tasks),
                new PerformEffects(new SendToRelays(term, bus, _ -> {}), errands, removal, bus, LoopListener.NONE),
                new RunBatch.Aftermath(tasks.outboxes(), events, removal, new LiveRunners()),
                LoopListener.NONE);
    }

    private <T> Errand<T> errand() {
        return new Errand<>("never", term, _ -> {});
    }
}
