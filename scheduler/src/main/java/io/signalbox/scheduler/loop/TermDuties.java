package io.signalbox.scheduler.loop;

import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.core.decide.SchedulerCore;
import io.signalbox.scheduler.loop.batch.CommandQueue;
import io.signalbox.scheduler.loop.batch.CommitChanges;
import io.signalbox.scheduler.loop.duty.Duty;
import io.signalbox.scheduler.loop.errand.CheckAttempts;
import io.signalbox.scheduler.loop.errand.Errand;
import io.signalbox.scheduler.loop.errand.Errands;
import io.signalbox.scheduler.loop.errand.ReadReports;
import io.signalbox.scheduler.loop.errand.ReadTasks;
import io.signalbox.scheduler.loop.errand.RefuseReports;
import io.signalbox.scheduler.loop.errand.WithdrawStarts;
import io.signalbox.scheduler.loop.event.AppendEvents;
import io.signalbox.scheduler.loop.leadership.Term;
import io.signalbox.scheduler.loop.measure.Purged;
import io.signalbox.scheduler.loop.outside.HearCommands;
import io.signalbox.scheduler.loop.outside.HoldStarts;
import io.signalbox.scheduler.loop.outside.RingEventBells;
import io.signalbox.scheduler.loop.outside.SendToRelays;
import io.signalbox.scheduler.loop.presence.KeepPresence;
import io.signalbox.scheduler.loop.purge.PurgeEvents;
import io.signalbox.scheduler.loop.purge.PurgeTasks;
import io.signalbox.scheduler.loop.question.AnswerQuestions;
import io.signalbox.scheduler.loop.report.RemoveReports;
import io.signalbox.scheduler.loop.sweep.LiveRunners;
import io.signalbox.scheduler.loop.sweep.Pace;
import io.signalbox.scheduler.loop.sweep.SweepFleet;
import io.signalbox.scheduler.loop.sweep.SweepOutboxes;
import io.signalbox.scheduler.loop.sweep.SweepReports;
import io.signalbox.scheduler.loop.sweep.SweepStore;
import io.signalbox.scheduler.loop.sweep.SweepTasks;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Everything that one term does, wired together: the loop, and the duties beside it that begin when memory is rebuilt. */
final class TermDuties implements AutoCloseable {

    private static final Duration PURGE = Duration.ofMillis(200);
    private static final Executor STARTS_HELD = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);

    private final Term term;
    private final Surroundings surroundings;
    private final Stores stores;
    private final LongSupplier nanoTime;
    private final CommandQueue queue = new CommandQueue();
    private final LiveRunners live = new LiveRunners();
    private final AppendEvents events;
    private final RemoveReports removal;
    private final Errand<Runnable> answers;
    private final AnswerQuestions questions;
    private final Errands errands;
    private final List<Duty> duties;

    TermDuties(Term term, Surroundings surroundings) {
        this.term = term;
        this.surroundings = surroundings;
        this.stores = surroundings.stores();
        this.nanoTime = surroundings.time().nanoTime();
        this.events = new AppendEvents(term, stores.events(), new RingEventBells(surroundings.bus()), nanoTime);
        this.removal = new RemoveReports(term, stores.reports());
        this.answers = new Errand<>("answer", term, work -> work.forEach(Runnable::run));
        this.questions =
                new AnswerQuestions(surroundings.bus(), answers::wish, surroundings.listener()::wanted, nanoTime);
        this.errands = errands();
        this.duties = List.of(
                new Duty("append-events", Duration.ofMillis(20), events::round),
                new Duty("remove-reports", Duration.ofMillis(500), removal::round),
                new Duty("sweep-store", Duration.ofSeconds(1), sweep()),
                new Duty("purge", PURGE, purge()),
                new Duty("want-slots", Duration.ofSeconds(5), questions::askForMetrics));
    }

    /** What takes the leader's messages. */
    HearCommands inbox() {
        return new HearCommands(
                queue,
                new HoldStarts(errands.reports()::wish, STARTS_HELD),
                tasks -> events.changed(stores.taskOutboxes(), tasks, () -> {}),
                questions);
    }

    /** Takes over and runs until the term is over. */
    void runLoop() {
        var core = new SchedulerCore(term.epoch());
        var relays = new SendToRelays(term, surroundings.bus(), queue::add);
        var effects = new PerformEffects(relays, errands, removal, surroundings.bus(), surroundings.listener());
        var batch = new RunBatch(
                core,
                surroundings.time(),
                new CommitChanges(term, stores.tasks()),
                effects,
                new RunBatch.Aftermath(stores.taskOutboxes(), events, removal, live),
                surroundings.listener());
        new RunLoop(
                        term,
                        new TakeOver(term, surroundings, events, this::startDuties),
                        queue,
                        batch,
                        new RunLoop.Answering(core, surroundings.time(), questions))
                .run();
    }

    @Override
    public void close() {
        term.end();
        duties.forEach(Duty::close);
        errands.close();
        answers.close();
    }

    private void startDuties() {
        errands.start();
        answers.start();
        duties.forEach(Duty::start);
    }

    private Errands errands() {
        return new Errands(
                new Errand<>("withdraw", term, new WithdrawStarts(term.epoch(), stores.reports(), queue::add)),
                new Errand<>("check", term, new CheckAttempts(stores.fleet(), stores.reports(), queue::add)),
                new Errand<>("refuse", term, new RefuseReports(stores.refusals(), removal)),
                new Errand<>("mark-poisoned", term, stores.refusals()::mark),
                new Errand<>(
                        "presence",
                        term,
                        new KeepPresence(
                                stores.runnerStates(),
                                stores.runnerOutboxes(),
                                events,
                                () -> surroundings.time().now().stamp())),
                new Errand<TaskId>("read-tasks", term, new ReadTasks(stores.tasks(), queue::add)),
                new Errand<>("read-reports", term, new ReadReports(stores.reports(), queue::add)));
    }

    /** Events go when those that an earlier leader left in outboxes have long been looked up in the feed. */
    private Runnable purge() {
        var tasks = new PurgeTasks(
                term, stores.purge(), stores.fleet(), surroundings.time()::now, count -> purged(Purged.TASK, count));
        var events = new PurgeEvents(
                term,
                stores.oldEvents(),
                surroundings.eventsKept(),
                surroundings.time()::now,
                count -> purged(Purged.EVENT, count));
        var taskPace = new Pace(nanoTime, PURGE, Duration.ZERO);
        var eventPace = new Pace(nanoTime, PURGE, Duration.ofMinutes(1));
        return () -> {
            taskPace.run(tasks);
            eventPace.run(events);
        };
    }

    private void purged(Purged what, int count) {
        surroundings.listener().purged(what, count);
    }

    private SweepStore sweep() {
        return new SweepStore(
                term,
                new SweepFleet(stores.fleet(), live, nanoTime, queue::add),
                new SweepStore.Parts(
                        new SweepOutboxes(stores.taskOutboxes(), stores.tasks(), events, queue::add),
                        new SweepReports(stores.reports(), queue::add),
                        new SweepTasks(stores.tasks(), queue::add)),
                nanoTime);
    }
}
