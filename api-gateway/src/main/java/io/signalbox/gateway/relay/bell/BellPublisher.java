package io.signalbox.gateway.relay.bell;

import io.signalbox.backbone.bus.Destination;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.bus.Outgoing;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.message.Message;
import io.signalbox.model.message.RunnerPresence;
import io.signalbox.model.message.SchedulerCommand;
import io.signalbox.model.message.SchedulerCommand.RelaySnapshot;
import io.signalbox.model.message.SchedulerCommand.ReportsReady;
import io.signalbox.model.message.SchedulerCommand.RunnerGone;
import io.signalbox.model.message.SchedulerCommand.RunnerGone.GoneRunner;
import io.signalbox.model.message.SchedulerCommand.SlotFree;
import io.signalbox.model.message.SchedulerCommand.SlotFree.FreeSlot;
import io.signalbox.model.store.report.ReportId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bells, rung by one thread: what gathers while it publishes goes out together. Order of publishing: changes of runners, goodbyes,
 * reports, then free slots, so that the scheduler knows a runner before its slots and an end before the slot that it frees.
 */
public final class BellPublisher implements SchedulerBells, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BellPublisher.class);

    private final RelayId relay;
    private final MessageBus bus;
    private final Supplier<Epoch> highestEpoch;
    private final Gathering<RunnerId> changed = new Gathering<>();
    private final Gathering<GoneRunner> gone = new Gathering<>();
    private final Gathering<ReportId> reports = new Gathering<>();
    private final Gathering<FreeSlot> free = new Gathering<>();
    private final Semaphore rung = new Semaphore(0);
    private volatile boolean running = true;
    private volatile @Nullable Presences presences;

    /** Publishes for {@code relay} on {@code bus}. */
    public BellPublisher(RelayId relay, MessageBus bus, Supplier<Epoch> highestEpoch) {
        this.relay = relay;
        this.bus = bus;
        this.highestEpoch = highestEpoch;
    }

    /** Starts the publishing thread, which tells of the runners in {@code held}. */
    public void start(Presences held) {
        presences = held;
        Thread.ofVirtual().name("scheduler-bells").start(this::publishUntilClosed);
    }

    @Override
    public void free(FreeSlot slot) {
        free.add(slot);
        rung.release();
    }

    @Override
    public void gone(GoneRunner runner) {
        gone.add(runner);
        rung.release();
    }

    @Override
    public void ready(ReportId report) {
        reports.add(report);
        rung.release();
    }

    @Override
    public void changed(RunnerId runner) {
        changed.add(runner);
        rung.release();
    }

    /** Publishes what {@code all} runners are that the relay holds: each 10 s. */
    public void tell(List<RunnerPresence> all) {
        send(snapshots(all, false));
    }

    /** Answers the snapshot question of a new leader (C15); the last part says that it is the last. */
    public void answerSnapshot() {
        send(snapshots(held().all(), true));
    }

    /** Stops after what has gathered is published; idempotent. */
    @Override
    public void close() {
        running = false;
        rung.release();
    }

    private Presences held() {
        return Objects.requireNonNull(presences, "the bells have not been started");
    }

    private void publishUntilClosed() {
        while (running) {
            rung.acquireUninterruptibly();
            rung.drainPermits();
            publishWhatGathered();
        }
    }

    /** Whatever goes wrong, the bells ring on: a lost one is found by the scheduler's sweep, a gateway without them would be slow for good. */
    private void publishWhatGathered() {
        try {
            publish();
        } catch (RuntimeException e) {
            LOG.warn("Lost some bells", e);
        }
    }

    private void publish() {
        List<RunnerPresence> runners = changed.take().stream()
                .map(runner -> held().presenceOf(runner))
                .flatMap(Optional::stream)
                .toList();
        List<Message> messages = new ArrayList<>();
        if (!runners.isEmpty()) {
            messages.addAll(snapshots(runners, false));
        }
        messages.addAll(parts(gone.take(), part -> new RunnerGone(relay, part)));
        messages.addAll(parts(reports.take(), ReportsReady::new));
        messages.addAll(parts(free.take(), part -> new SlotFree(relay, part)));
        send(messages);
    }

    private List<Message> snapshots(List<RunnerPresence> runners, boolean answers) {
        Epoch epoch = highestEpoch.get();
        int last = Math.max(0, (runners.size() - 1) / Message.MAX_ENTRIES);
        List<Message> messages = new ArrayList<>();
        for (int part = 0; part <= last; part++) {
            List<RunnerPresence> entries = runners.stream()
                    .skip((long) part * Message.MAX_ENTRIES)
                    .limit(Message.MAX_ENTRIES)
                    .toList();
            messages.add(new RelaySnapshot(relay, epoch, answers && part == last, entries));
        }
        return messages;
    }

    private static <T> List<SchedulerCommand> parts(List<T> entries, Function<List<T>, SchedulerCommand> message) {
        List<SchedulerCommand> messages = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += Message.MAX_ENTRIES) {
            messages.add(message.apply(
                    List.copyOf(entries.subList(from, Math.min(entries.size(), from + Message.MAX_ENTRIES)))));
        }
        return messages;
    }

    private void send(List<? extends Message> messages) {
        if (!messages.isEmpty()) {
            var _ = bus.send(messages.stream()
                    .map(message -> new Outgoing(new Destination.Leader(), message))
                    .toList());
        }
    }
}
