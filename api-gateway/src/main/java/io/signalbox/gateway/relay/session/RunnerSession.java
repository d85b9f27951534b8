package io.signalbox.gateway.relay.session;

import io.signalbox.gateway.core.slot.Occupant;
import io.signalbox.gateway.core.slot.Protocol;
import io.signalbox.gateway.core.slot.Slot;
import io.signalbox.gateway.core.slot.SlotEvent;
import io.signalbox.gateway.core.slot.SlotSync.Interruption;
import io.signalbox.gateway.runner.Runner;
import io.signalbox.gateway.runner.Runner.Condition;
import io.signalbox.gateway.runner.StoredSlot;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.message.RunnerPresence;
import io.signalbox.model.relay.HealthSample;
import io.signalbox.model.relay.ShutdownReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** One generation of a runner at this relay, with its slots. Thread-safe. */
public final class RunnerSession {
    /** A slot that was silent for longer is not told of any more. */
    private static final Duration GONE = Duration.ofSeconds(60);

    private final RelayParts parts;
    private final Runnable overtaken;
    private final Runnable interrupted;
    private final Map<Integer, SlotSession> slots = new ConcurrentHashMap<>();
    private volatile Runner runner;
    private final long openedAt;
    private volatile long busyAt;
    private volatile Condition condition;
    private volatile boolean worked;
    private volatile boolean ended;
    private final AtomicLong interruptedSince = new AtomicLong();

    /**
     * @param overtaken to be told when the store knows a newer sync or generation
     * @param interrupted to be told when it is first heard that the runner was told to end
     */
    RunnerSession(Runner runner, RelayParts parts, Runnable overtaken, Runnable interrupted) {
        this.runner = runner;
        this.condition = runner.condition();
        this.parts = parts;
        this.overtaken = overtaken;
        this.interrupted = interrupted;
        this.openedAt = parts.nanoTime().getAsLong();
        this.busyAt = openedAt;
    }

    /** The runner as this relay knows it. */
    public Runner runner() {
        return runner;
    }

    /** One of its slots; nothing when it has no such slot. */
    public Optional<SlotSession> slot(int number) {
        return runner.slots().stream()
                .filter(stored -> stored.number() == number)
                .findFirst()
                .map(stored -> endedAsThis(slots.computeIfAbsent(number, _ -> open(stored))));
    }

    /** The slots that synced here. */
    public Stream<SlotSession> served() {
        return slots.values().stream();
    }

    /** Whether it has this attempt on a slot here. */
    public Optional<Occupant> occupantWith(AttemptId attempt) {
        return served().map(slot -> slot.view().occupant())
                .filter(occupant -> occupant.is(attempt))
                .findFirst();
    }

    /**
     * Why it should end its session, if it should (M12): it ends only when nothing runs on it.
     *
     * @param ending the attempt whose end it reports just now
     * @param interruptedAt Unix second of its interruption, or 0
     */
    public Optional<ShutdownReason> leave(Optional<AttemptId> ending, long interruptedAt) {
        boolean idle = isIdle(ending);
        long now = parts.nanoTime().getAsLong();
        if (!idle || ending.isPresent()) {
            busyAt = now;
            worked |= ending.isPresent();
        }
        if (!idle) {
            return Optional.empty();
        }
        if (runner.availability().draining()) {
            return Optional.of(ShutdownReason.REQUESTED);
        }
        if (interruptedAt > 0) {
            return Optional.of(ShutdownReason.INTERRUPTED);
        }
        if (runner.manners().singleJob() && worked) {
            return Optional.of(ShutdownReason.JOB_FINISHED);
        }
        Duration idleTimeout = runner.manners().idleTimeout();
        return !idleTimeout.isZero() && now - busyAt >= idleTimeout.toNanos()
                ? Optional.of(ShutdownReason.IDLE)
                : Optional.empty();
    }

    /** What has no other slot than the one whose end it reports is idle, whatever this relay knows of it. */
    private boolean isIdle(Optional<AttemptId> ending) {
        boolean only = runner.slots().size() == 1 && ending.isPresent();
        return only
                || (slots.size() == runner.slots().size()
                        && served().allMatch(slot -> isFree(slot.view().occupant(), ending)));
    }

    /** It is at work: its idle time begins anew. */
    public void atWork() {
        busyAt = parts.nanoTime().getAsLong();
    }

    /**
     * A runner that was told to end gets nothing new. Its grace counts from when a relay first heard of it, for the runner's clock
     * may be any (C22); until the store has said whether another one heard of it earlier, from when this one did.
     *
     * @param interruptedAt Unix second of its interruption, or 0
     */
    public Interruption interruption(long interruptedAt) {
        if (interruptedAt <= 0) {
            return Interruption.NONE;
        }
        long now = parts.nanoTime().getAsLong();
        if (interruptedSince.compareAndSet(0, now == 0 ? 1 : now)) {
            parts.bells().changed(runner.id());
            interrupted.run();
        }
        Duration grace = runner.manners().interruptionGrace();
        return now - interruptedSince.get() >= grace.toNanos() ? Interruption.DUE : Interruption.NOTICED;
    }

    /** A relay heard of its interruption so long ago. */
    void interruptedFor(Duration already) {
        long since = parts.nanoTime().getAsLong() - already.toNanos();
        interruptedSince.accumulateAndGet(since == 0 ? 1 : since, Math::min);
    }

    /** As matching needs it: the slots that were served here lately. */
    public RunnerPresence presence() {
        long now = parts.nanoTime().getAsLong();
        return new RunnerPresence(
                runner.id(),
                runner.name(),
                runner.generation(),
                runner.pool(),
                runner.tags(),
                runner.projects(),
                runner.availability().paused(),
                runner.availability().draining() || interruptedSince.get() != 0,
                shown(now),
                condition.unready().orElse(null),
                runner.manners().protocol() == Protocol.OFFICIAL ? true : null);
    }

    /** Whether it was heard here lately. */
    boolean isHere() {
        long now = parts.nanoTime().getAsLong();
        boolean here = now - openedAt < GONE.toNanos();
        for (SlotSession slot : slots.values()) {
            here = here || isHere(slot.view(), now);
        }
        return here;
    }

    /**
     * Takes note of what it says of itself with a sync.
     *
     * @param unready why it wants no new task at present, if it does not
     * @param health new samples
     * @return what it comes to, if it is news
     */
    public synchronized Optional<Condition> says(Optional<String> unready, List<HealthSample> health) {
        Condition before = condition;
        if (health.isEmpty() && before.unready().equals(unready)) {
            return Optional.empty();
        }
        condition = before.after(unready, health);
        if (!before.unready().equals(unready)) {
            parts.bells().changed(runner.id());
        }
        return Optional.of(condition);
    }

    /** It has ended: whoever still syncs with it is answered, and hears with the next sync what has become of it. */
    void end() {
        ended = true;
        served().forEach(slot -> slot.on(new SlotEvent.Ended()));
    }

    /** A slot that is opened while the session ends is not left out. */
    private SlotSession endedAsThis(SlotSession slot) {
        if (ended) {
            slot.on(new SlotEvent.Ended());
        }
        return slot;
    }

    /** Lets its idle slots sync anew. */
    void nudge() {
        served().forEach(slot -> slot.on(new SlotEvent.Nudged()));
    }

    /** Answers whatever its slots have open. */
    void release() {
        served().forEach(slot -> slot.on(new SlotEvent.HoldEnded(slot.view().newest())));
    }

    /** Takes over what people decided or another gateway heard meanwhile; its idle slots sync anew, and its idle time begins anew. */
    void refresh(Runner changed) {
        runner = changed;
        atWork();
        nudge();
    }

    private SlotSession open(StoredSlot stored) {
        SlotRef ref = new SlotRef(runner.id(), stored.number());
        return new SlotSession(
                Slot.unserved(stored.sync()), new SlotActions(ref, runner.generation(), parts, overtaken), parts);
    }

    private static boolean isFree(Occupant occupant, Optional<AttemptId> ending) {
        return occupant instanceof Occupant.Vacant
                || ending.filter(occupant::is).isPresent();
    }

    private static boolean isHere(Slot slot, long now) {
        boolean known = !(slot.occupant() instanceof Occupant.Unknown);
        return known && (slot.held().isPresent() || now - slot.contactAt() < GONE.toNanos());
    }

    /** Without streams: it is asked for each runner again and again. */
    private List<RunnerPresence.Slot> shown(long now) {
        List<RunnerPresence.Slot> shown = new ArrayList<>(slots.size());
        slots.forEach((number, session) -> {
            Slot slot = session.view();
            if (isHere(slot, now) && slot.isServed()) {
                shown.add(new RunnerPresence.Slot(
                        number, slot.newest(), slot.shown().orElse(null)));
            }
        });
        return shown;
    }
}
