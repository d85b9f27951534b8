package io.signalbox.gateway.core;

import io.signalbox.gateway.core.decision.SlotMachine;
import io.signalbox.gateway.core.slot.Action;
import io.signalbox.gateway.core.slot.Assignment;
import io.signalbox.gateway.core.slot.Protocol;
import io.signalbox.gateway.core.slot.Reply;
import io.signalbox.gateway.core.slot.Slot;
import io.signalbox.gateway.core.slot.SlotEvent;
import io.signalbox.gateway.core.slot.SlotEvent.BeatOutcome;
import io.signalbox.gateway.core.slot.SlotEvent.Verdict;
import io.signalbox.gateway.core.slot.SlotSync;
import io.signalbox.gateway.core.slot.SlotSync.Interruption;
import io.signalbox.gateway.core.slot.Step;
import io.signalbox.gateway.core.sync.Pace;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.relay.AgentState;
import io.signalbox.model.relay.ShutdownReason;
import io.signalbox.model.task.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plays a history to a slot and keeps what it wanted done. */
final class SlotScript {
    static final Generation GENERATION = new Generation(3);
    static final ReasonCode CAUSE = ReasonCode.CANCEL_REQUESTED;
    static final Assignment A = assignment("a", GENERATION);
    static final Assignment B = assignment("b", GENERATION);

    private final Protocol protocol;
    private final List<Action> actions = new ArrayList<>();
    private Slot slot = Slot.unserved(0);
    private long now;
    private Duration patience = Duration.ofSeconds(45);
    private Interruption interruption = Interruption.NONE;
    private Optional<ShutdownReason> leave = Optional.empty();

    private SlotScript(Protocol protocol) {
        this.protocol = protocol;
    }

    static SlotScript ours() {
        return new SlotScript(Protocol.OURS);
    }

    static SlotScript official() {
        SlotScript script = new SlotScript(Protocol.OFFICIAL);
        script.patience = Pace.OFFICIAL_HELD;
        return script;
    }

    static Assignment assignment(String key, Generation generation) {
        TaskId task = TaskId.forKey(ProjectName.DEFAULT, key);
        return new Assignment(task, AttemptId.derive(task, Instant.EPOCH, new Epoch(1), 1), generation);
    }

    /** A slot that this relay serves and that holds its waiting sync number 1. */
    SlotScript idle() {
        return waits(1).finds(1, null);
    }

    /** A slot of an official agent's that this relay served last with sync 1. */
    SlotScript known() {
        return waits(1).finds(1, null).waits(1).stored(1).holdEnds(1);
    }

    SlotScript stored(long sync) {
        return beat(sync, BeatOutcome.STORED);
    }

    /** It holds sync 2 of attempt A, which runs. */
    SlotScript running() {
        return idle().assigned(A).claimed(A, 1, Verdict.GRANTED).runs(2, A);
    }

    SlotScript interrupted() {
        return interrupted(Interruption.NOTICED);
    }

    SlotScript interrupted(Interruption heard) {
        interruption = heard;
        return this;
    }

    SlotScript leaving(ShutdownReason why) {
        leave = Optional.of(why);
        return this;
    }

    SlotScript impatient() {
        patience = Duration.ZERO;
        return this;
    }

    SlotScript after(Duration time) {
        now += time.toNanos();
        return this;
    }

    SlotScript waits(long number, Assignment... journal) {
        return syncs(number, AgentState.WAITING_FOR_JOBS, Optional.empty(), journal);
    }

    SlotScript starts(long number, Assignment what) {
        return syncs(number, AgentState.STARTING_JOB, Optional.of(what), what);
    }

    SlotScript runs(long number, Assignment what) {
        return syncs(number, AgentState.RUNNING_JOB, Optional.of(what), what);
    }

    SlotScript finishes(long number, Assignment what) {
        return syncs(number, AgentState.FINISHED_JOB, Optional.of(what), what);
    }

    private SlotScript syncs(long number, AgentState state, Optional<Assignment> what, Assignment... journal) {
        Set<AttemptId> open =
                Set.copyOf(List.of(journal).stream().map(Assignment::attempt).toList());
        return on(new SlotEvent.Synced(new SlotSync(
                number,
                GENERATION,
                state,
                what.map(Assignment::attempt),
                protocol == Protocol.OURS ? open : Set.of(),
                protocol == Protocol.OURS || state == AgentState.WAITING_FOR_JOBS ? patience : Duration.ZERO,
                protocol,
                interruption,
                leave)));
    }

    SlotScript assigned(Assignment what) {
        return on(new SlotEvent.Assigned(what));
    }

    SlotScript stopped(Assignment what) {
        return on(new SlotEvent.StopWanted(what.attempt(), ReasonCode.CANCEL_REQUESTED));
    }

    SlotScript fetches(Assignment what) {
        return on(new SlotEvent.Fetched(what.attempt()));
    }

    SlotScript claimed(Assignment what, long sync, Verdict verdict) {
        return on(new SlotEvent.Claimed(what.attempt(), sync, verdict));
    }

    /** Claimed for a task that is given on a fresh sync only. */
    SlotScript claimedFresh(Assignment what, long sync, Duration freshness) {
        return on(new SlotEvent.Claimed(what.attempt(), sync, Verdict.GRANTED, Optional.of(freshness)));
    }

    SlotScript finds(long sync, @Nullable Assignment live) {
        Optional<Assignment> found = Optional.ofNullable(live);
        return on(
                protocol == Protocol.OURS
                        ? new SlotEvent.LookedUp(sync, found, Optional.empty())
                        : new SlotEvent.Recorded(sync, sync - 1, found, false, Optional.empty()));
    }

    /** The store knows a newer sync of the official agent's slot, and whether what lives there was fetched. */
    SlotScript records(long sync, long newest, @Nullable Assignment live, boolean claimed) {
        return on(new SlotEvent.Recorded(sync, newest, Optional.ofNullable(live), claimed, Optional.empty()));
    }

    SlotScript findsToStop(long sync, Assignment live) {
        return on(new SlotEvent.LookedUp(sync, Optional.of(live), Optional.of(ReasonCode.CANCEL_REQUESTED)));
    }

    SlotScript beat(long sync, BeatOutcome outcome) {
        return on(new SlotEvent.BeatEnded(sync, outcome));
    }

    SlotScript recorded(Assignment what, long sync) {
        return on(new SlotEvent.FinishEnded(what.attempt(), sync, true));
    }

    SlotScript holdEnds(long sync) {
        return on(new SlotEvent.HoldEnded(sync));
    }

    SlotScript on(SlotEvent event) {
        Step step = SlotMachine.decide(slot, event, now);
        slot = step.slot();
        actions.addAll(step.actions());
        return this;
    }

    /** Forgets what was done so far. */
    SlotScript from() {
        actions.clear();
        return this;
    }

    Slot slot() {
        return slot;
    }

    List<Action> actions() {
        return List.copyOf(actions);
    }

    /** All answers, in order. */
    List<Reply> replies() {
        return actions.stream()
                .filter(Action.Answer.class::isInstance)
                .map(action -> ((Action.Answer) action).reply())
                .toList();
    }
}
