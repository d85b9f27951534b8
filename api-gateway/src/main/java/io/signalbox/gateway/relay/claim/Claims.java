package io.signalbox.gateway.relay.claim;

import io.signalbox.gateway.core.slot.SlotEvent.BeatOutcome;
import io.signalbox.gateway.relay.beat.Beat;
import io.signalbox.gateway.relay.beat.Beats;
import io.signalbox.gateway.relay.claim.StartReports.Standing;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.spec.TaskSpec;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
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
    private final Function<String, TaskSpec> reader;
    private final SecretValues secrets;

    /**
     * Claims through these.
     *
     * @param highestEpoch attempts of an epoch below it are refused (C15)
     * @param reader reads specifications
     * @param secrets opens secrets, only for what was claimed
     */
    public Claims(
            StartReports reports,
            Beats beats,
            LiveAttempts attempts,
            Supplier<Epoch> highestEpoch,
            Function<String, TaskSpec> reader,
            SecretValues secrets) {
        this.reports = reports;
        this.beats = beats;
        this.attempts = attempts;
        this.highestEpoch = highestEpoch;
        this.reader = reader;
        this.secrets = secrets;
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
                        : attempts.of(request.what().task()).thenCompose(task -> judge(request, task)))
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

    private CompletableFuture<ClaimOutcome> judge(ClaimRequest request, Optional<AssignedTask> task) {
        if (task.isEmpty()) {
            return CompletableFuture.completedFuture(new ClaimOutcome.Refused("the task has no live attempt"));
        }
        LiveAttempt live = task.get().attempt();
        return obstacle(request, live)
                .<ClaimOutcome>map(ClaimOutcome.Refused::new)
                .or(() -> live.stop().map(cause -> new ClaimOutcome.MustEnd("the attempt must end: " + cause.wire())))
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> granted(task.get()));
    }

    private CompletableFuture<ClaimOutcome> granted(AssignedTask task) {
        TaskSpec spec = reader.apply(task.spec());
        CompletableFuture<Map<String, String>> values = spec.secrets().isEmpty()
                ? CompletableFuture.completedFuture(Map.of())
                : secrets.of(task, spec.secrets());
        return values.thenApply(
                opened -> new ClaimOutcome.Granted(new ClaimedJob(task.attempt(), spec, opened, SelfKill.of(spec))));
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
