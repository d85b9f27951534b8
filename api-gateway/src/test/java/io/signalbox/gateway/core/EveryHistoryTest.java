package io.signalbox.gateway.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.core.decision.SlotMachine;
import io.signalbox.gateway.core.slot.Action;
import io.signalbox.gateway.core.slot.Assignment;
import io.signalbox.gateway.core.slot.Held;
import io.signalbox.gateway.core.slot.Occupant;
import io.signalbox.gateway.core.slot.Protocol;
import io.signalbox.gateway.core.slot.Reply;
import io.signalbox.gateway.core.slot.Slot;
import io.signalbox.gateway.core.slot.SlotEvent;
import io.signalbox.gateway.core.slot.SlotEvent.BeatOutcome;
import io.signalbox.gateway.core.slot.SlotEvent.Verdict;
import io.signalbox.gateway.core.slot.SlotSync;
import io.signalbox.gateway.core.slot.Step;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.relay.AgentState;
import io.signalbox.model.relay.ShutdownReason;
import io.signalbox.model.task.ReasonCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plays every history of a few events, and checks after each step what must hold whatever happens. */
class EveryHistoryTest {
    private static final int DEPTH = 7;
    private static final List<Assignment> ATTEMPTS = List.of(SlotScript.A, SlotScript.B);

    /** A slot and what the world knows of it: which syncs have no answer, and what may be claimed and live. */
    private record World(Slot slot, Set<Long> unanswered, Optional<Action.Claim> claimed) {}

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void everyHistoryKeepsTheRules(Protocol protocol) {
        Set<World> seen = new HashSet<>();
        Set<World> front = Set.of(new World(Slot.unserved(0), Set.of(), Optional.empty()));
        for (int depth = 0; depth < DEPTH; depth++) {
            Set<World> next = new HashSet<>();
            for (World world : front) {
                events(world.slot(), protocol).forEach(event -> {
                    World after = play(world, event);
                    if (seen.add(after)) {
                        next.add(after);
                    }
                });
            }
            front = next;
        }
        assertThat(seen).hasSizeGreaterThan(1_000);
        assertThat(seen.stream().map(world -> world.slot().occupant().getClass().getSimpleName()))
                .contains("Unknown", "Vacant", "Offered", "Given", "Running");
    }

    private static World play(World before, SlotEvent event) {
        Step step = SlotMachine.decide(before.slot(), event, 0);
        Set<Long> unanswered = new HashSet<>(before.unanswered());
        if (event instanceof SlotEvent.Synced synced) {
            unanswered.add(synced.sync().number());
        }
        Optional<Action.Claim> claimed = released(before, event, step);
        for (Action action : step.actions()) {
            answered(action, unanswered, before, event);
            if (action instanceof Action.Claim claim) {
                assertThat(claimed.filter(it -> !it.what().equals(claim.what())))
                        .as("%s while another may live, on %s in %s", claim, event, before)
                        .isEmpty();
                assertThat(claim.sync()).isEqualTo(step.slot().newest());
                claimed = Optional.of(claim);
            }
        }
        assertThat(unanswered)
                .as("only the held sync has no answer, after %s in %s", event, before)
                .isEqualTo(Set.copyOf(step.slot()
                        .held()
                        .map(held -> List.of(held.sync().number()))
                        .orElse(List.of())));
        if (!(event instanceof SlotEvent.Recorded)) {
            assertThat(step.slot().newest())
                    .isGreaterThanOrEqualTo(before.slot().newest());
        }
        shown(step.slot(), before, event);
        return new World(step.slot(), Set.copyOf(unanswered), claimed);
    }

    /** What a runner says it has the scheduler hears of: a later word than the claim's that named nothing would take it back (C1). */
    private static void shown(Slot slot, World before, SlotEvent event) {
        slot.held()
                .filter(held -> !held.isUnnumbered())
                .flatMap(held -> held.sync().attempt())
                .filter(attempt -> slot.occupant().is(attempt))
                .ifPresent(attempt -> assertThat(slot.shown())
                        .as("what is shown after %s in %s", event, before)
                        .contains(attempt));
    }

    private static void answered(Action action, Set<Long> unanswered, World before, SlotEvent event) {
        if (action instanceof Action.Renumber renumber) {
            assertThat(unanswered.remove(renumber.from())).isTrue();
            unanswered.add(renumber.to());
        }
        if (action instanceof Action.Answer answer) {
            assertThat(unanswered.remove(answer.sync()))
                    .as("%s is answered once, on %s", answer, event)
                    .isTrue();
            check(answer, before, event);
        }
    }

    private static void check(Action.Answer answer, World before, SlotEvent event) {
        Optional<SlotSync> sync = before.slot().held(answer.sync()).map(held -> held.sync());
        if (answer.reply() instanceof Reply.Run run) {
            assertThat(event).isEqualTo(new SlotEvent.Claimed(run.what().attempt(), answer.sync(), Verdict.GRANTED));
            assertThat(answer.sync()).isEqualTo(before.slot().newest());
            assertThat(sync.filter(it -> it.names(run.what().attempt()))).isEmpty();
        }
        if (answer.reply() instanceof Reply.Announce) {
            assertThat(event)
                    .as(
                            "an official agent is told on a sync whose number is stored just now, never on one that was held")
                    .isEqualTo(new SlotEvent.BeatEnded(answer.sync(), BeatOutcome.STORED));
            assertThat(before.slot().held().filter(Held::isUnnumbered)).isPresent();
        }
        if (answer.reply() instanceof Reply.Continue
                && sync.filter(EveryHistoryTest::renews).isPresent()) {
            boolean stored = event instanceof SlotEvent.BeatEnded beat && beat.outcome() == BeatOutcome.STORED;
            assertThat(stored || before.slot().held().orElseThrow().renewed()).isTrue();
        }
        boolean good = answer.reply() instanceof Reply.Continue || answer.reply() instanceof Reply.Leave;
        if (good
                && answer.sync() == before.slot().newest()
                && sync.filter(SlotSync::mayBeLast).isPresent()) {
            assertThat(event).isEqualTo(new SlotEvent.BeatEnded(answer.sync(), BeatOutcome.STORED));
        }
        if (answer.reply() instanceof Reply.Stop) {
            SlotSync asking = sync.or(() -> Optional.of(((SlotEvent.Synced) event).sync()))
                    .orElseThrow();
            assertThat(asking.bearsStop()).isTrue();
        }
    }

    private static boolean renews(SlotSync sync) {
        return !sync.waits()
                && sync.state() != AgentState.FINISHED_JOB
                && sync.attempt().isPresent();
    }

    /** What ends the time in which a claimed attempt may live: its end, a refusal, the store's word, or the runner's. */
    private static Optional<Action.Claim> released(World before, SlotEvent event, Step step) {
        return before.claimed().filter(claim -> !isOver(claim, event, step));
    }

    private static boolean isOver(Action.Claim claim, SlotEvent event, Step step) {
        AttemptId attempt = claim.what().attempt();
        boolean over = switch (event) {
            case SlotEvent.LookedUp _, SlotEvent.Recorded _ -> true;
            case SlotEvent.Claimed claimed -> claimed.verdict() == Verdict.REFUSED;
            case SlotEvent.FinishEnded finish ->
                finish.recorded() && finish.attempt().equals(attempt);
            default -> false;
        };
        Stream<Action.Free> free = step.actions().stream()
                .filter(Action.Free.class::isInstance)
                .map(Action.Free.class::cast)
                .filter(it -> it.ended().equals(Optional.of(attempt)));
        return over
                || free.peek(it -> assertThat(it.sync()).isGreaterThan(claim.sync()))
                                .count()
                        > 0;
    }

    private static Stream<SlotEvent> events(Slot slot, Protocol protocol) {
        List<SlotEvent> events = new ArrayList<>(lastWord(slot.newest() + 1, protocol));
        long next = slot.newest() + 1;
        for (Assignment what : ATTEMPTS) {
            AttemptId attempt = what.attempt();
            for (AgentState state : AgentState.values()) {
                Optional<AttemptId> job =
                        state == AgentState.WAITING_FOR_JOBS ? Optional.empty() : Optional.of(attempt);
                events.add(sync(next, state, job, Set.of(), protocol));
                events.add(sync(next, state, job, Set.of(attempt), protocol));
            }
            events.add(new SlotEvent.Assigned(what));
            if (protocol == Protocol.OFFICIAL) {
                events.add(new SlotEvent.Fetched(attempt));
            }
            events.add(new SlotEvent.StopWanted(attempt, ReasonCode.CANCEL_REQUESTED));
            for (Verdict verdict : Verdict.values()) {
                events.add(new SlotEvent.Claimed(attempt, slot.newest(), verdict));
                events.add(new SlotEvent.Claimed(attempt, slot.newest() - 1, verdict));
            }
            events.add(new SlotEvent.FinishEnded(attempt, slot.newest(), true));
            events.add(found(slot, protocol, Optional.of(what)));
        }
        for (BeatOutcome outcome : BeatOutcome.values()) {
            events.add(new SlotEvent.BeatEnded(slot.newest(), outcome));
        }
        events.add(found(slot, protocol, Optional.empty()));
        events.add(new SlotEvent.LookUpFailed(slot.newest()));
        events.add(new SlotEvent.HoldEnded(slot.newest()));
        events.add(new SlotEvent.Nudged());
        return events.stream().filter(event -> isPossible(event, slot));
    }

    private static SlotEvent found(Slot slot, Protocol protocol, Optional<Assignment> live) {
        return switch (protocol) {
            case OURS -> new SlotEvent.LookedUp(slot.newest(), live, Optional.empty());
            case OFFICIAL -> new SlotEvent.Recorded(slot.newest(), slot.newest(), live, false, Optional.empty());
        };
    }

    /** Outcomes come only of what was begun. */
    private static boolean isPossible(SlotEvent event, Slot slot) {
        return switch (event) {
            case SlotEvent.Claimed claimed ->
                slot.occupant() instanceof Occupant.Claiming claiming
                        && claiming.sync() == claimed.sync()
                        && claiming.what().attempt().equals(claimed.attempt());
            case SlotEvent.LookedUp lookedUp -> slot.held(lookedUp.sync()).isPresent();
            case SlotEvent.Recorded recorded -> slot.held(recorded.sync()).isPresent();
            default -> true;
        };
    }

    private static List<SlotEvent> lastWord(long number, Protocol protocol) {
        SlotEvent word = new SlotEvent.Synced(new SlotSync(
                number,
                SlotScript.GENERATION,
                AgentState.WAITING_FOR_JOBS,
                Optional.empty(),
                Set.of(),
                Duration.ZERO,
                protocol,
                SlotSync.Interruption.NOTICED,
                Optional.of(ShutdownReason.INTERRUPTED)));
        return protocol == Protocol.OURS ? List.of(word) : List.of();
    }

    private static SlotEvent sync(
            long number, AgentState state, Optional<AttemptId> job, Set<AttemptId> journal, Protocol protocol) {
        boolean ours = protocol == Protocol.OURS;
        return new SlotEvent.Synced(new SlotSync(
                number,
                SlotScript.GENERATION,
                state,
                job,
                ours ? journal : Set.of(),
                ours || state == AgentState.WAITING_FOR_JOBS ? Duration.ofSeconds(5) : Duration.ZERO,
                protocol,
                SlotSync.Interruption.NONE,
                Optional.empty()));
    }
}
