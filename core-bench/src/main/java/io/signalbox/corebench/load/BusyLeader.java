package io.signalbox.corebench.load;

import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.message.RunnerPresence;
import io.signalbox.model.message.SchedulerCommand.RelaySnapshot;
import io.signalbox.model.message.SchedulerCommand.SlotFree.FreeSlot;
import io.signalbox.model.message.SchedulerCommand.TaskSubmitted.SubmittedTask;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.TaskChange;
import io.signalbox.scheduler.core.decide.SchedulerCore;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.task.Attempt;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.time.Now;
import io.signalbox.scheduler.core.view.Inquiry;
import io.signalbox.scheduler.core.view.Snapshot;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** A leader whose slots are all busy while so many tasks wait; some of each kind have ended, so that their durations are known. */
final class BusyLeader {
    private static final RelayId RELAY = new RelayId("r-1");
    private static final int AT_ONCE = 1_000;

    private final SchedulerCore core = new SchedulerCore(new Epoch(1));
    private final Deque<Ongoing> live = new ArrayDeque<>();
    /** By number: which kind each task is of. */
    private final List<Integer> kinds = new ArrayList<>();

    private long millis = 1;

    private record Ongoing(int task, Attempt attempt) {}

    BusyLeader(int slots, int waiting) {
        hear(List.of(new Command.LoadComplete(), new Command.PoliciesRead(Installation.policies())));
        for (int first = 0; first < slots + waiting; first += AT_ONCE) {
            hear(List.of(submitted(IntStream.range(first, Math.min(slots + waiting, first + AT_ONCE))
                    .boxed()
                    .toList())));
        }
        hear(List.of(new Command.RelayAnswered(new RelaySnapshot(RELAY, new Epoch(1), true, runners(slots)))));
        millis += 40_000;
        goOn(slots / 10);
    }

    /** So many of the oldest attempts end, one like each is submitted, and others get their slots. */
    void goOn(int ends) {
        millis += ends;
        List<Report> reports = new ArrayList<>();
        List<FreeSlot> free = new ArrayList<>();
        List<Integer> again = new ArrayList<>();
        for (int end = 0; end < ends; end++) {
            Ongoing over = live.removeFirst();
            reports.add(new Report.Finished(id(over.task), over.attempt.id(), AttemptResult.PASSED, 0, null));
            free.add(new FreeSlot(over.attempt.slot(), over.attempt.generation(), millis, over.attempt.id()));
            again.add(kinds.get(over.task));
        }
        hear(List.of(submitted(again), new Command.ReportsRead(reports), new Command.SlotsFree(RELAY, free)));
    }

    private Command submitted(List<Integer> wanted) {
        List<SubmittedTask> page = new ArrayList<>();
        for (int kind : wanted) {
            page.add(new SubmittedTask(id(kinds.size()), Installation.terms(kind)));
            kinds.add(kind);
        }
        return new Command.TasksSubmitted(page);
    }

    Snapshot snapshot() {
        return core.snapshot(now());
    }

    /** The one that came last of those that wait. */
    Inquiry inquiry() {
        Optional<Inquiry> found = Optional.empty();
        for (int task = kinds.size() - 1; found.isEmpty(); task--) {
            found = core.inquiry(id(task), now());
        }
        return found.orElseThrow();
    }

    private void hear(List<Command> commands) {
        for (TaskChange change : core.decide(commands, now()).changes()) {
            if (change.status() instanceof TaskStatus.Assigned assigned) {
                live.addLast(new Ongoing(number(change.task()), assigned.attempt()));
            }
        }
    }

    private Now now() {
        return Now.of(millis, Instant.ofEpochMilli(millis));
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

    private static int number(TaskId id) {
        return (int) (UUID.fromString(id.value()).getLeastSignificantBits() - Long.MIN_VALUE);
    }

    private static TaskId id(int number) {
        return new TaskId(new UUID(0x7000L, Long.MIN_VALUE + number).toString());
    }
}
