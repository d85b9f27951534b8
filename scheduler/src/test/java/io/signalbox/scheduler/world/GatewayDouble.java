package io.signalbox.scheduler.world;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import io.signalbox.backbone.bus.Destination;
import io.signalbox.backbone.bus.Inbox;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.bus.Outgoing;
import io.signalbox.backbone.bus.Subscription;
import io.signalbox.backbone.mongo.Store;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.message.Message;
import io.signalbox.model.message.RelayCommand;
import io.signalbox.model.message.RelayCommand.AssignTask.Assignment;
import io.signalbox.model.message.RunnerPresence;
import io.signalbox.model.message.SchedulerCommand;
import io.signalbox.model.store.CollectionNames;
import io.signalbox.model.store.RelayFields;
import io.signalbox.model.store.RunnerFields;
import io.signalbox.model.store.SlotFields;
import io.signalbox.model.store.TaskFields;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway with one relay does, as far as the scheduler sees it: documents in the store, messages on the bus. Its runners do
 * nothing by themselves.
 */
public final class GatewayDouble implements AutoCloseable {

    private final RelayId relay;
    private final Store store;
    private final MessageBus bus;
    private final Map<String, RunnerPresence> runners = new ConcurrentHashMap<>();
    private final BlockingQueue<Assignment> assignments = new LinkedBlockingQueue<>();
    private final BlockingQueue<RelayCommand.Explained> answers = new LinkedBlockingQueue<>();
    private final BlockingQueue<RelayCommand.Scaled> scalings = new LinkedBlockingQueue<>();
    private @Nullable Subscription inbox;

    public GatewayDouble(RelayId relay, Store store, MessageBus bus) {
        this.relay = relay;
        this.store = store;
        this.bus = bus;
    }

    /** Opens the relay's inbox and its document. */
    public GatewayDouble start() {
        store.deciding(CollectionNames.RELAYS)
                .insertOne(new Document(RelayFields.ID, relay.value())
                        .append(RelayFields.RENEWAL, 1L)
                        .append(RelayFields.EPOCH_SEEN, 0L));
        inbox = bus.subscribe(new Inbox.Relay(relay), this::hear);
        return this;
    }

    /** A runner with one idle slot registers. */
    public RunnerPresence register(int number) {
        var presence = new RunnerPresence(
                Sample.runner(number),
                "runner-" + number,
                new Generation(1),
                PoolName.DEFAULT,
                List.of(PoolName.DEFAULT.value(), Sample.SHELL),
                List.of(),
                false,
                false,
                List.of(new RunnerPresence.Slot(0, 1, null)));
        store.deciding(CollectionNames.RUNNERS)
                .insertOne(new Document(RunnerFields.ID, presence.runner().value())
                        .append(RunnerFields.NAME, presence.name())
                        .append(RunnerFields.POOL, presence.pool().value())
                        .append(RunnerFields.TAGS, presence.tags())
                        .append(RunnerFields.PROJECTS, List.of())
                        .append(RunnerFields.GENERATION, presence.generation().value())
                        .append(RunnerFields.SLOT_COUNT, 1)
                        .append(RunnerFields.RELAY, relay.value())
                        .append(
                                RunnerFields.SLOTS,
                                new Document("0", new Document(SlotFields.SYNC, 1L).append(SlotFields.BEAT, 1L))));
        runners.put(presence.runner().value(), presence);
        tell(new SchedulerCommand.RelaySnapshot(relay, new Epoch(0), false, List.of(presence)));
        return presence;
    }

    /** Inserts a task, and tells nobody. */
    public TaskId insert(int number) {
        TaskId task = Sample.task(number);
        store.deciding(CollectionNames.TASKS).insertOne(Documents.task(task, terms()));
        return task;
    }

    /** Inserts a task and rings for it. */
    public TaskId submit(int number) {
        TaskId task = insert(number);
        tell(new SchedulerCommand.TaskSubmitted(List.of(new SchedulerCommand.TaskSubmitted.SubmittedTask(
                task, Sample.terms().createdAt(Instant.now()).build()))));
        return task;
    }

    /** The relay claims the start (C1). */
    public void claim(Assignment it) {
        append(new Report.StartClaimed(it.task(), it.attempt(), it.slot(), it.generation(), relay, 1));
    }

    /** The runner says that it passed. */
    public void finish(Assignment it) {
        append(new Report.Finished(it.task(), it.attempt(), AttemptResult.PASSED, 0, null));
    }

    /** A user wants it canceled. */
    public void cancel(TaskId task) {
        append(new Report.CancelWanted(task, Instant.now()));
    }

    /** The slot's beat goes on, naming {@code assignment} or nothing. */
    public void beat(Assignment slot, @Nullable Assignment named) {
        String path = RunnerFields.SLOTS + "." + slot.slot().number() + ".";
        store.deciding(CollectionNames.RUNNERS)
                .updateOne(
                        eq(RunnerFields.ID, slot.slot().runner().value()),
                        combine(
                                inc(path + SlotFields.BEAT, 1L),
                                set(
                                        path + SlotFields.ATTEMPT,
                                        named == null ? null : named.attempt().value())));
    }

    /** Tells the leader. */
    public void tell(Message message) {
        bus.send(List.of(new Outgoing(new Destination.Leader(), message))).join();
    }

    /** What was assigned to this relay and not looked at. */
    public BlockingQueue<Assignment> assignments() {
        return assignments;
    }

    /** Answers to questions. */
    public BlockingQueue<RelayCommand.Explained> answers() {
        return answers;
    }

    /** What was said of pools. */
    public BlockingQueue<RelayCommand.Scaled> scalings() {
        return scalings;
    }

    /** The task's document. */
    public Document task(TaskId task) {
        return Objects.requireNonNull(store.leaving(CollectionNames.TASKS)
                .find(eq(TaskFields.ID, task.value()))
                .first());
    }

    @Override
    public void close() {
        Subscription open = inbox;
        if (open != null) {
            open.close();
        }
    }

    private void append(Report report) {
        store.deciding(CollectionNames.REPORTS).insertOne(Documents.report(report));
        tell(new SchedulerCommand.ReportsReady(List.of(report.id())));
    }

    private static TaskTerms terms() {
        return Sample.terms()
                .createdAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }

    private void hear(Message message) {
        switch (message) {
            case RelayCommand.SnapshotPlease question ->
                tell(new SchedulerCommand.RelaySnapshot(relay, question.epoch(), true, List.copyOf(runners.values())));
            case RelayCommand.AssignTask assign -> assignments.addAll(assign.assignments());
            case RelayCommand.Explained answer -> answers.add(answer);
            case RelayCommand.Scaled answer -> scalings.add(answer);
            default -> {
                // Nothing that these tests look at.
            }
        }
    }
}
