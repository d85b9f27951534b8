package io.signalbox.gateway.relay.claim;

import io.signalbox.gateway.core.slot.SlotEvent.BeatOutcome;
import io.signalbox.gateway.relay.beat.Beat;
import io.signalbox.gateway.relay.beat.Beats;
import io.signalbox.gateway.relay.claim.StartReports.Standing;
import io.signalbox.model.id.Epoch;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Claims starts (C1). The claim and a beat that names the attempt are stored in parallel, then the task is read from the primary: a
 * scheduler that takes the assignment back meets the claim, and one that counts the slot's runner as lost meets the beat. Thread-safe;
 * never blocks.
 */
public final class Claims {
    private final StartReports reports;
    private final Beats beats;
    private final LiveAttempts attempts;
    private final Supplier<Epoch> highestEpoch;

    /** Claims through these; attempts of an epoch below {@code highestEpoch} are refused (C15). */
    public Claims(StartReports reports, Beats beats, LiveAttempts attempts, Supplier<Epoch> highestEpoch) {
        this.reports = reports;
        this.beats = beats;
        this.attempts = attempts;
        this.highestEpoch = highestEpoch;
    }

    /** Claims; the future never completes with an exception. */
    public CompletableFuture<ClaimOutcome> claim(ClaimRequest request) {
        CompletableFuture<Standing> claim = reports.claim(request);
        CompletableFuture<BeatOutcome> beat = beats.now(new Beat(
                request.slot(),
                request.generation(),
                request.sync(),
                Optional.of(request.what().attempt()),
                request.patience()));
        return claim.thenCombine(beat, Claims::stored)
                .thenCompose(obstacle -> obstacle.isPresent()
                        ? CompletableFuture.completedFuture(obstacle.get())
                        : attempts.of(request.what().task()).thenApply(task -> judge(request, task)))
                .exceptionally(failure -> new ClaimOutcome.Unknown(String.valueOf(failure.getMessage())));
    }

    private static Optional<ClaimOutcome> stored(Standing claim, BeatOutcome beat) {
        if (claim == Standing.REFUSED) {
            return Optional.of(new ClaimOutcome.Refused("claim " + claim));
        }
        if (beat == BeatOutcome.OVERTAKEN) {
            return Optional.of(new ClaimOutcome.Overtaken("claim " + claim + ", beat " + beat));
        }
        if (claim == Standing.UNKNOWN || beat == BeatOutcome.FAILED) {
            return Optional.of(new ClaimOutcome.Unknown("claim " + claim + ", beat " + beat));
        }
        return Optional.empty();
    }

    private ClaimOutcome judge(ClaimRequest request, Optional<AssignedTask> task) {
        if (task.isEmpty()) {
            return new ClaimOutcome.Refused("the task has no live attempt");
        }
        LiveAttempt live = task.get().attempt();
        return obstacle(request, live)
                .<ClaimOutcome>map(ClaimOutcome.Refused::new)
                .or(() -> live.stop().map(cause -> new ClaimOutcome.MustEnd("the attempt must end: " + cause.wire())))
                .orElseGet(() -> new ClaimOutcome.Granted(task.get()));
    }

    private Optional<String> obstacle(ClaimRequest request, LiveAttempt live) {
        if (!live.id().equals(request.what().attempt())) {
            return Optional.of("the task's live attempt is " + live.id());
        }
        if (!live.slot().equals(request.slot())) {
            return Optional.of("the attempt was put on slot " + live.slot());
        }
        if (!live.generation().equals(request.generation())) {
            return Optional.of("the attempt was meant for generation " + live.generation());
        }
        if (live.epoch().compareTo(highestEpoch.get()) < 0) {
            return Optional.of("the attempt is of epoch " + live.epoch());
        }
        return Optional.empty();
    }
}
