package io.signalbox.scheduler.loop.outside;

import static io.signalbox.scheduler.core.world.Sample.RELAY;
import static io.signalbox.scheduler.core.world.Sample.task;
import static io.signalbox.scheduler.core.world.Sample.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.model.message.LeaderHint;
import io.signalbox.model.message.SchedulerCommand;
import io.signalbox.model.message.SchedulerCommand.TaskSubmitted.SubmittedTask;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.loop.batch.CommandQueue;
import io.signalbox.scheduler.loop.question.AnswerQuestions;
import io.signalbox.scheduler.world.RecordingBus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HearCommandsTest {

    private final CommandQueue queue = new CommandQueue();
    private final List<ReportId> reports = new ArrayList<>();
    private final List<String> submitted = new ArrayList<>();
    private final HearCommands inbox = new HearCommands(
            queue,
            reports::add,
            submitted::addAll,
            new AnswerQuestions(new RecordingBus(), Runnable::run, _ -> {}, System::nanoTime));

    @Test
    void handsSubmittedTasksToTheLoopBeforeTheirOutboxMayBeEmptied() {
        var task = new SubmittedTask(task(1), terms().build());
        inbox.handle(new SchedulerCommand.TaskSubmitted(List.of(task)));

        assertThat(queue.take(Duration.ZERO)).containsExactly(new Command.TasksSubmitted(List.of(task)));
        assertThat(submitted).containsExactly(task(1).value());
    }

    @Test
    void taskThatTheLoopHasNoRoomForStaysUnheard() {
        for (int n = 0; n < 10_000; n++) {
            queue.add(new Command.Tick());
        }
        inbox.handle(new SchedulerCommand.TaskSubmitted(List.of(new SubmittedTask(task(1), terms().build()))));

        assertThat(submitted).isEmpty();
        assertThat(queue.size()).isEqualTo(10_000);
    }

    @Test
    void doorbellOfReportsLeadsToAReading() {
        inbox.handle(new SchedulerCommand.ReportsReady(List.of(ReportId.cancel(task(1)))));

        assertThat(reports).containsExactly(ReportId.cancel(task(1)));
        assertThat(queue.size()).isZero();
    }

    @Test
    void idleSlotsAndGoneRunnersGoToTheLoop() {
        inbox.handle(new SchedulerCommand.SlotFree(RELAY, List.of()));
        inbox.handle(new SchedulerCommand.RunnerGone(RELAY, List.of()));

        assertThat(queue.take(Duration.ZERO))
                .containsExactly(new Command.SlotsFree(RELAY, List.of()), new Command.RunnersGone(RELAY, List.of()));
    }

    @Test
    void strangersMessageIsRefused() {
        assertThatThrownBy(() -> inbox.handle(new LeaderHint("s-1"))).hasMessageContaining("LeaderHint");
    }
}
