package io.signalbox.gateway.relay.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.core.slot.SlotEvent.BeatOutcome;
import io.signalbox.gateway.json.ApiJson;
import io.signalbox.gateway.relay.beat.Beats;
import io.signalbox.gateway.relay.claim.StartReports.Standing;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Fence;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.spec.TaskSpec;
import io.signalbox.model.task.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** C1: claim and beat are stored before the task is read, and only then anything is given. */
class ClaimsTest {
    private static final Generation GENERATION = new Generation(2);
    private static final SlotRef SLOT = new SlotRef(RunnerId.forName("r"), 1);
    private static final TaskId TASK = TaskId.forKey(ProjectName.DEFAULT, "t");
    private static final AttemptId ATTEMPT = AttemptId.derive(TASK, Instant.EPOCH, new Epoch(5), 1);
    private static final LiveAttempt LIVE =
            new LiveAttempt(TASK, ATTEMPT, 1, new Fence(0), new Epoch(5), SLOT, GENERATION, Optional.empty());

    private final List<String> order = new ArrayList<>();
    private CompletableFuture<Standing> claim = CompletableFuture.completedFuture(Standing.STANDS);
    private CompletableFuture<BeatOutcome> beat = CompletableFuture.completedFuture(BeatOutcome.STORED);
    private Optional<LiveAttempt> live = Optional.of(LIVE);
    private String spec = "{\"commands\":[\"x\"]}";

    @Test
    void attemptIsGrantedOnceClaimAndBeatAreStoredAndTheTaskShowsIt() {
        claim = new CompletableFuture<>();
        beat = new CompletableFuture<>();
        CompletableFuture<ClaimOutcome> outcome = make();
        assertThat(order).containsExactlyInAnyOrder("claim", "beat " + ATTEMPT);
        claim.complete(Standing.STANDS);
        assertThat(order).doesNotContain("read");
        beat.complete(BeatOutcome.STORED);
        assertThat(order).endsWith("read");
        assertThat(outcome.join()).isInstanceOf(ClaimOutcome.Granted.class);
    }

    @Test
    void withdrawnClaimIsRefusedWithoutReadingTheTask() {
        claim = CompletableFuture.completedFuture(Standing.REFUSED);
        assertThat(make().join()).isInstanceOf(ClaimOutcome.Refused.class);
        assertThat(order).doesNotContain("read");
    }

    @Test
    void overtakenSyncIsNotAnsweredWithIt() {
        beat = CompletableFuture.completedFuture(BeatOutcome.OVERTAKEN);
        assertThat(make().join()).isInstanceOf(ClaimOutcome.Overtaken.class);
    }

    @Test
    void storeThatDoesNotAnswerGrantsNothing() {
        claim = CompletableFuture.completedFuture(Standing.UNKNOWN);
        assertThat(make().join()).isInstanceOf(ClaimOutcome.Unknown.class);
        claim = CompletableFuture.completedFuture(Standing.STANDS);
        beat = CompletableFuture.completedFuture(BeatOutcome.FAILED);
        assertThat(make().join()).isInstanceOf(ClaimOutcome.Unknown.class);
    }

    @Test
    void taskThatShowsSomethingElseIsNotGiven() {
        assertRefused(Optional.empty());
        AttemptId other = AttemptId.derive(TASK, Instant.EPOCH, new Epoch(6), 1);
        assertRefused(changed(other, SLOT, GENERATION, new Epoch(5)));
        assertRefused(changed(ATTEMPT, new SlotRef(SLOT.runner(), 0), GENERATION, new Epoch(5)));
        assertRefused(changed(ATTEMPT, SLOT, new Generation(1), new Epoch(5)));
    }

    @Test
    void attemptOfAnOutlivedLeaderIsNotGiven() {
        assertRefused(changed(ATTEMPT, SLOT, GENERATION, new Epoch(4)));
    }

    @Test
    void attemptThatMustEndIsNotGiven() {
        live = Optional.of(new LiveAttempt(
                TASK,
                ATTEMPT,
                1,
                new Fence(0),
                new Epoch(5),
                SLOT,
                GENERATION,
                Optional.of(ReasonCode.CANCEL_REQUESTED)));
        assertThat(make().join()).isInstanceOf(ClaimOutcome.MustEnd.class);
    }

    @Test
    void secretsAreOpenedOnlyForWhatWasClaimed() {
        spec = "{\"secrets\":[\"TOKEN\"]}";
        claim = CompletableFuture.completedFuture(Standing.REFUSED);
        make().join();
        claim = CompletableFuture.completedFuture(Standing.STANDS);
        beat = CompletableFuture.completedFuture(BeatOutcome.OVERTAKEN);
        make().join();
        beat = CompletableFuture.completedFuture(BeatOutcome.STORED);
        assertRefused(Optional.empty());
        assertRefused(changed(LIVE.id(), SLOT, new Generation(1), new Epoch(5)));
        assertThat(order).doesNotContain("secrets [TOKEN]");
        live = Optional.of(LIVE);
        assertThat(make().join())
                .isInstanceOfSatisfying(
                        ClaimOutcome.Granted.class,
                        granted -> assertThat(granted.job().secrets()).containsEntry("TOKEN", "value"))
                .asString()
                .doesNotContain("value");
        assertThat(order).endsWith("read", "secrets [TOKEN]");
    }

    @Test
    void whatMayRunTwiceIsKilledAMarginBeforeItCountsAsLost() {
        spec = "{\"onLost\":{\"policy\":\"requeue\",\"after\":\"PT15S\"}}";
        assertThat(selfKill()).contains(new SelfKill(Duration.ofSeconds(5), Duration.ofSeconds(10)));
        spec = "{\"concurrency\":{\"key\":\"k\"}}";
        assertThat(selfKill()).contains(new SelfKill(Duration.ofSeconds(45), Duration.ofSeconds(15)));
        spec = "{}";
        assertThat(selfKill()).as("a cut network kills nobody's work").isEmpty();
    }

    @Test
    void whatKillsItselfIsGivenWithTimeToBeHeardOfAgain() {
        spec = "{\"onLost\":{\"policy\":\"requeue\",\"after\":\"PT15S\"}}";
        assertThat(selfKill().map(SelfKill::freshness)).contains(Duration.ofMillis(2500));
        spec = "{\"onLost\":{\"policy\":\"requeue\",\"after\":\"PT60S\"}}";
        assertThat(selfKill().map(SelfKill::freshness)).contains(Duration.ofSeconds(15));
    }

    private Optional<SelfKill> selfKill() {
        return make().join() instanceof ClaimOutcome.Granted granted
                ? granted.job().selfKill()
                : Optional.empty();
    }

    private static Optional<LiveAttempt> changed(AttemptId id, SlotRef slot, Generation generation, Epoch epoch) {
        return Optional.of(new LiveAttempt(TASK, id, 1, new Fence(0), epoch, slot, generation, Optional.empty()));
    }

    private void assertRefused(Optional<LiveAttempt> shown) {
        live = shown;
        assertThat(make().join()).isInstanceOf(ClaimOutcome.Refused.class);
    }

    private CompletableFuture<ClaimOutcome> make() {
        Claims claims = new Claims(
                _ -> {
                    order.add("claim");
                    return claim;
                },
                new Beats(stored -> {
                    order.add("beat " + stored.attempt().orElseThrow());
                    return beat;
                }),
                new Reading(),
                () -> new Epoch(5),
                text -> ApiJson.mapper().readValue(text, TaskSpec.class),
                (_, names) -> {
                    order.add("secrets " + names);
                    return CompletableFuture.completedFuture(Map.of("TOKEN", "value"));
                });
        return claims.claim(new ClaimRequest(LIVE.assignment(), SLOT, GENERATION, 7, Duration.ofSeconds(45)));
    }

    private final class Reading implements LiveAttempts {
        @Override
        public CompletableFuture<Optional<AssignedTask>> of(TaskId task) {
            order.add("read");
            return CompletableFuture.completedFuture(
                    live.map(attempt -> new AssignedTask(attempt, ProjectName.DEFAULT, spec)));
        }

        @Override
        public CompletableFuture<List<LiveAttempt>> on(RunnerId runner) {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public CompletableFuture<List<LiveAttempt>> toDo(RelayId relay) {
            return CompletableFuture.completedFuture(List.of());
        }
    }
}
