package io.signalbox.scheduler.core.decide;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Decision;
import io.signalbox.scheduler.core.draft.Batch;
import io.signalbox.scheduler.core.draft.SetPoisonAside;
import io.signalbox.scheduler.core.lease.LiveAttempt;
import io.signalbox.scheduler.core.task.Report.StartClaimed;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.time.Now;
import io.signalbox.scheduler.core.view.Inquiry;
import io.signalbox.scheduler.core.view.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One leadership's decisions: commands in, changes and effects out. The same commands at the same times give the same decisions.
 * Not thread-safe: one thread calls it, commits each decision before it asks for the next, and throws the core away when it no longer
 * leads. It never blocks and never throws because of a command (C17).
 */
public final class SchedulerCore {
    private final Memory memory;
    private final AwaitSlots awaitSlots;
    private final TakeBack takeBack;
    private final AssignSlots assignSlots;
    private final StartAttempts startAttempts;
    private final EndAttempts endAttempts;
    private final LearnTasks learnTasks;
    private final ConsumeReports consumeReports;
    private final WatchLeases watchLeases;
    private final HearRunners hearRunners;
    private final DescribeWaiting describeWaiting;
    private final SetPoisonAside poison;
    private boolean loaded;
    private long batches;
    private long latestMillis = Long.MIN_VALUE;
    private @Nullable Now measured;

    public SchedulerCore(Epoch epoch) {
        memory = new Memory(epoch);
        poison = new SetPoisonAside(memory::drop);
        awaitSlots = new AwaitSlots(memory);
        takeBack = new TakeBack(memory);
        assignSlots = new AssignSlots(memory, takeBack, poison);
        startAttempts = new StartAttempts(memory);
        endAttempts = new EndAttempts(memory, awaitSlots, startAttempts);
        learnTasks = new LearnTasks(memory, awaitSlots, startAttempts, takeBack);
        consumeReports = new ConsumeReports(memory, startAttempts, endAttempts, awaitSlots, poison);
        watchLeases = new WatchLeases(memory, endAttempts, awaitSlots, takeBack, poison);
        hearRunners = new HearRunners(memory, watchLeases, poison);
        describeWaiting = new DescribeWaiting(memory);
    }

    /** The leadership that it decides for. */
    public Epoch epoch() {
        return memory.epoch;
    }

    /** Decides what follows from {@code commands}, in their order, at {@code now}. */
    public Decision decide(List<Command> commands, Now now) {
        Now time = now.notBefore(latestMillis).stampedBy(measured);
        measured = time.store() == null ? measured : time;
        latestMillis = time.monotonicMillis();
        Batch batch = new Batch(++batches, time);
        for (Command command : commands) {
            poison.guard(batch, command, () -> apply(batch, command));
        }
        handleDue(batch);
        if (loaded) {
            awaitSlots.contend(batch, consumeReports::cancel);
            assignSlots.all(batch);
        }
        return batch.decision();
    }

    /** Copies out of memory, as it stands after the last decision, what explanations and forecasts need; it changes nothing. */
    public Snapshot snapshot(Now now) {
        return describeWaiting.snapshot(now);
    }

    /** What is to be known of a task to say why it waits; empty when it does not. */
    public Optional<Inquiry> inquiry(TaskId task, Now now) {
        return describeWaiting.inquiry(task, now);
    }

    /** What is to be known of a task with these terms, were it submitted now. */
    public Inquiry inquiry(TaskTerms terms, Now now) {
        return describeWaiting.inquiry(terms, now);
    }

    private void apply(Batch batch, Command command) {
        switch (command) {
            case Command.TasksSubmitted it ->
                it.tasks().forEach(task -> of(batch, task.task(), task, () -> learnTasks.submitted(batch, task)));
            case Command.TasksRead it ->
                it.tasks().forEach(task -> of(batch, task.id(), task, () -> read(batch, task)));
            case Command.TasksAnswered it -> answered(batch, it);
            case Command.LoadComplete it -> loaded = true;
            case Command.ReportsRead it -> consumeReports.read(batch, it.reports());
            case Command.SlotsFree it ->
                it.slots().forEach(slot -> poison.guard(batch, slot, () -> hearRunners.free(batch, it.relay(), slot)));
            case Command.RelayAnswered it -> hearRunners.relayAnswered(batch, it.snapshot());
            case Command.RelaysRead it -> hearRunners.relaysRead(batch, it.relays());
            case Command.RunnersRead it -> runnersRead(batch, it);
            case Command.RunnersGone it ->
                it.runners().forEach(runner -> poison.guard(batch, runner, () -> hearRunners.gone(batch, runner)));
            case Command.Undeliverable it ->
                live(batch, it.task(), it.attempt(), it, live -> takeBack.undeliverable(batch, live));
            case Command.Withdrawn it ->
                live(batch, it.task(), it.attempt(), it, live -> endAttempts.withdraw(batch, live));
            case Command.ClaimStands it -> claimStands(batch, it.claim(), it);
            case Command.AttemptChecked it -> of(batch, it.task(), it, () -> checked(batch, it));
            case Command.LostRead it ->
                it.tasks().forEach(task -> of(batch, task.id(), task, () -> learnTasks.lost(batch, task)));
            case Command.EndedRead it -> it.tasks().forEach(learnTasks::ended);
            case Command.SetAsideRead it -> hearRunners.setAside(batch, it.runners());
            case Command.PoliciesRead it -> memory.matcher.obey(it.policies());
            case Command.Tick it -> {}
        }
    }

    private void claimStands(Batch batch, StartClaimed claim, Command what) {
        live(batch, claim.task(), claim.attempt(), what, live -> startAttempts.claimed(batch, live, claim));
    }

    /** Something was heard of a task. */
    private void of(Batch batch, TaskId task, Object what, Runnable handling) {
        poison.guard(batch, task, what, handling);
    }

    private void live(Batch batch, TaskId task, AttemptId attempt, Command what, Consumer<LiveAttempt> handling) {
        of(batch, task, what, () -> memory.live(task, attempt).ifPresent(handling));
    }

    private void read(Batch batch, StoredTask task) {
        learnTasks.read(batch, task);
        consumeReports.taskRead(batch, task.id());
    }

    private void answered(Batch batch, Command.TasksAnswered answer) {
        for (StoredTask task : answer.tasks()) {
            of(batch, task.id(), task, () -> {
                learnTasks.read(batch, task);
                consumeReports.taskAnswered(batch, task);
            });
        }
        for (TaskId task : answer.missing()) {
            of(batch, task, task, () -> {
                learnTasks.missing(batch, task);
                consumeReports.taskMissing(batch, task);
            });
        }
    }

    private void runnersRead(Batch batch, Command.RunnersRead read) {
        watchLeases.advance(batch);
        read.runners().forEach(runner -> poison.guard(batch, runner, () -> hearRunners.read(batch, runner)));
        watchLeases.silence(batch);
    }

    private void checked(Batch batch, Command.AttemptChecked answer) {
        if (answer.runner() != null) {
            hearRunners.read(batch, answer.runner());
        }
        consumeReports.read(batch, answer.reports());
        watchLeases.checked(batch, answer);
    }

    private void handleDue(Batch batch) {
        Instant store = batch.now().store();
        if (store != null) {
            long millis = store.toEpochMilli();
            for (TaskEntry task = memory.deadlines.poll(millis); task != null; task = memory.deadlines.poll(millis)) {
                TaskEntry due = task;
                poison.guard(batch, due, () -> handleDue(batch, due));
            }
        }
        long millis = batch.now().monotonicMillis();
        for (LiveAttempt live = memory.lives.due(millis); live != null; live = memory.lives.due(millis)) {
            LiveAttempt due = live;
            poison.guard(batch, due.task(), () -> takeBack.due(batch, due));
        }
        memory.limits.expire(millis).forEach(memory.matcher::review);
    }

    private void handleDue(Batch batch, TaskEntry task) {
        switch (task.status()) {
            case TaskStatus.Queued queued -> awaitSlots.due(batch, task);
            case TaskStatus.Running running -> takeBack.overrun(batch, task, running);
            case TaskStatus.Assigned assigned -> {}
            case TaskStatus.Ended ended -> {}
        }
    }
}
