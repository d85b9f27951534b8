package io.signalbox.gateway.relay.session;

import io.signalbox.gateway.core.slot.Occupant;
import io.signalbox.gateway.relay.claim.ClaimOutcome;
import io.signalbox.gateway.relay.claim.ClaimRequest;
import io.signalbox.gateway.relay.claim.Claims;
import io.signalbox.gateway.relay.claim.LiveAttempt;
import io.signalbox.gateway.relay.claim.LiveAttempts;
import io.signalbox.gateway.relay.claim.SlotRecords;
import io.signalbox.model.id.AttemptId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Claims what an official agent fetches (C1): on its slot, where this gateway announced it, else by what the store says, where another one
 * did (C5).
 *
 * @param claims claims starts
 * @param attempts says what lives on a runner
 * @param records says what is known of a slot
 */
public record FetchJob(Claims claims, LiveAttempts attempts, SlotRecords records) {

    /** The outcome of the claim; nothing when the attempt does not live on this runner. */
    public CompletableFuture<Optional<ClaimOutcome>> fetch(RunnerSession runner, AttemptId attempt) {
        Optional<SlotSession> slot =
                runner.served().filter(session -> isOn(session, attempt)).findFirst();
        return slot.isEmpty()
                ? elsewhere(runner, attempt)
                : slot.get()
                        .fetch(attempt)
                        .thenCompose(outcome -> outcome instanceof ClaimOutcome.Overtaken
                                ? elsewhere(runner, attempt)
                                : CompletableFuture.completedFuture(Optional.of(outcome)));
    }

    private static boolean isOn(SlotSession session, AttemptId attempt) {
        Occupant occupant = session.view().occupant();
        return occupant.is(attempt);
    }

    private CompletableFuture<Optional<ClaimOutcome>> elsewhere(RunnerSession runner, AttemptId attempt) {
        return attempts.on(runner.runner().id())
                .thenCompose(found -> of(found, attempt)
                        .map(live -> claim(runner, live))
                        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())));
    }

    private static Optional<LiveAttempt> of(List<LiveAttempt> found, AttemptId attempt) {
        return found.stream().filter(live -> live.id().equals(attempt)).findFirst();
    }

    private CompletableFuture<Optional<ClaimOutcome>> claim(RunnerSession runner, LiveAttempt live) {
        return records.of(live.slot())
                .thenCompose(record -> claims.claim(new ClaimRequest(
                        live.assignment(), live.slot(), runner.runner().generation(), record.newest(), Duration.ZERO)))
                .thenApply(Optional::of);
    }
}
