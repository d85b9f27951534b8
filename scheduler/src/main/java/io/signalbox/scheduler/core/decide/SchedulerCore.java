package io.signalbox.scheduler.core.decide;

import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.task.Explanation;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Decision;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.draft.Batch;
import io.signalbox.scheduler.core.explain.Explain;
import io.signalbox.scheduler.core.lease.LiveAttempt;
import io.signalbox.scheduler.core.task.Report.StartClaimed;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.task.TaskStatus;
import io.signalbox.scheduler.core.time.Now;
import java.time.Instant;
import java.util.List;

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
    private boolean loaded;
    private long batches;
    private long latestMillis = Long.MIN_VALUE;

    public SchedulerCore(Epoch epoch) {
        memory = new Memory(epoch);
        awaitSlots = new AwaitSlots(memory);
        takeBack = new TakeBack(memory);
        assignSlots = new AssignSlots(memory, takeBack);
        startAttempts = new StartAttempts(memory);
        endAttempts = new EndAttempts(memory, awaitSlots, startAttempts);
        learnTasks = new LearnTasks(memory, awaitSlots, startAttempts, takeBack);
        consumeReports = new ConsumeReports(memory, startAttempts, endAttempts, awaitSlots);
        watchLeases = new WatchLeases(memory, endAttempts, awaitSlots, takeBack);
        hearRunners = new HearRunners(memory, watchLeases);
        describeWaiting = new DescribeWaiting(memory);
    }

    /** The leadership that it decides for. */
    public Epoch epoch() {
        return memory.epoch;
    }

    /** Decides what follows from {@code commands}, in their order, at {@code now}. */
    public Decision decide(List<Command> commands, Now now) {
        Batch batch = new Batch(++batches, now.notBefore(latestMillis));
        latestMillis = batch.now().monotonicMillis();
        for (Command command : commands) {
            handle(batch, command);
        }
        handleDue(batch);
        if (loaded) {
            awaitSlots.contend(batch, consumeReports::cancel);
            assignSlots.all(batch);
        }
        return batch.decision();
    }

    /** Says why a task waits, as memory stands after the last decision; it changes nothing. */
    public Explanation explain(TaskId task, Now now) {
        return describeWaiting.situation(task, now).map(Explain::of).orElseGet(Explanation::notWaiting);
    }

    /** A command at which the core fails is set aside, and the others go on (C17). */
    private void handle(Batch batch, Command command) {
        try {
            apply(batch, command);
        } catch (RuntimeException failure) {
            batch.want(new Effect.SetAside(command, failure));
        }
    }

    private void apply(Batch batch, Command command) {
        switch (command) {
            case Command.TasksSubmitted it -> it.tasks().forEach(task -> learnTasks.submitted(batch, task));
            case Command.TasksRead it -> it.tasks().forEach(task -> read(batch, task));
            case Command.TasksAnswered it -> answered(batch, it);
            case Command.LoadComplete it -> loaded = true;
            case Command.ReportsRead it -> consumeReports.read(batch, it.reports());
            case Command.SlotsFree it -> it.slots().forEach(slot -> hearRunners.free(batch, it.relay(), slot));
            case Command.RelayAnswered it -> hearRunners.relayAnswered(batch, it.snapshot());
            case Command.RelaysRead it -> hearRunners.relaysRead(batch, it.relays());
            case Command.RunnersRead it -> runnersRead(batch, it);
            case Command.RunnersGone it -> it.runners().forEach(runner -> hearRunners.gone(batch, runner));
            case Command.Undeliverable it ->
                memory.live(it.task(), it.attempt()).ifPresent(live -> takeBack.undeliverable(batch, live));
            case Command.Withdrawn it ->
                memory.live(it.task(), it.attempt()).ifPresent(live -> endAttempts.withdraw(batch, live));
            case Command.ClaimStands it -> claimStands(batch, it.claim());
            case Command.AttemptChecked it -> checked(batch, it);
            case Command.PoliciesRead it -> memory.matcher.obey(it.policies());
            case Command.Tick it -> {}
        }
    }

    private void claimStands(Batch batch, StartClaimed claim) {
        memory.live(claim.task(), claim.attempt()).ifPresent(live -> startAttempts.claimed(batch, live, claim));
    }

    private void read(Batch batch, StoredTask task) {
        learnTasks.read(batch, task);
        consumeReports.taskRead(batch, task.id());
    }

    private void answered(Batch batch, Command.TasksAnswered answer) {
        for (StoredTask task : answer.tasks()) {
            learnTasks.read(batch, task);
            consumeReports.taskAnswered(batch, task.id());
        }
        for (TaskId task : answer.missing()) {
            learnTasks.missing(batch, task);
            consumeReports.taskAnswered(batch, task);
        }
    }

    private void runnersRead(Batch batch, Command.RunnersRead read) {
        watchLeases.advance(batch);
        read.runners().forEach(runner -> hearRunners.read(batch, runner));
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
                handleDue(batch, task);
            }
        }
        long millis = batch.now().monotonicMillis();
        for (LiveAttempt live = memory.lives.due(millis); live != null; live = memory.lives.due(millis)) {
            takeBack.due(batch, live);
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
