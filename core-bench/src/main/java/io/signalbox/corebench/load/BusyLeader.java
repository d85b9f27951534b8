package io.signalbox.corebench.load;

import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.message.RunnerPresence;
import io.signalbox.model.message.SchedulerCommand.RelaySnapshot;
import io.signalbox.model.message.SchedulerCommand.TaskSubmitted.SubmittedTask;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Decision;
import io.signalbox.scheduler.core.TaskChange;
import io.signalbox.scheduler.core.decide.SchedulerCore;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.time.Now;
import io.signalbox.scheduler.core.view.Inquiry;
import io.signalbox.scheduler.core.view.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** A leader whose slots are all busy while so many tasks wait; some of each kind have ended, so that their durations are known. */
final class BusyLeader {
    private static final RelayId RELAY = new RelayId("r-1");
    private static final int AT_ONCE = 1_000;

    private final SchedulerCore core = new SchedulerCore(new Epoch(1));
    private final int tasks;
    private long millis = 1;

    BusyLeader(int slots, int waiting) {
        tasks = slots + waiting;
        hear(List.of(new Command.LoadComplete(), new Command.PoliciesRead(Installation.policies())));
        for (int first = 0; first < tasks; first += AT_ONCE) {
            List<SubmittedTask> page = IntStream.range(first, Math.min(tasks, first + AT_ONCE))
                    .mapToObj(number -> new SubmittedTask(id(number), Installation.terms(number)))
                    .toList();
            hear(List.of(new Command.TasksSubmitted(page)));
        }
        Decision begun =
                hear(List.of(new Command.RelayAnswered(new RelaySnapshot(RELAY, new Epoch(1), true, runners(slots)))));
        millis += 40_000;
        hear(List.of(new Command.ReportsRead(ends(begun))));
    }

    Snapshot snapshot() {
        return core.snapshot(now());
    }

    /** The task that came last. */
    Inquiry inquiry() {
        return core.inquiry(id(tasks - 1), now()).orElseThrow();
    }

    private Decision hear(List<Command> commands) {
        return core.decide(commands, now());
    }

    private Now now() {
        return Now.of(millis, Instant.ofEpochMilli(millis));
    }

    /** Every tenth of what was begun ends. */
    private static List<Report> ends(Decision begun) {
        List<Report> reports = new ArrayList<>();
        for (TaskChange change : begun.changes()) {
            if (change.status() instanceof TaskStatus.Assigned assigned
                    && reports.size() * 10 < begun.changes().size()) {
                reports.add(
                        new Report.Finished(change.task(), assigned.attempt().id(), AttemptResult.PASSED, 0, null));
            }
        }
        return reports;
    }

    private static List<RunnerPresence> runners(int slots) {
        return IntStream.range(0, slots).mapToObj(BusyLeader::runner).toList();
    }

    private static RunnerPresence runner(int number) {
        Runner.Profile profile = Installation.profile(number);
        return new RunnerPresence(
                new RunnerId("00000000-0000-4000-8000-%012d".formatted(number)),
                profile.name(),
                new Generation(1),
                profile.pool(),
                profile.tags(),
                profile.projects(),
                false,
                false,
                List.of(new RunnerPresence.Slot(0, 1, null)));
    }

    private static TaskId id(int number) {
        return new TaskId(new UUID(0x7000L, Long.MIN_VALUE + number).toString());
    }
}
