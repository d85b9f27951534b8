package io.signalbox.gateway.relay.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.gateway.relay.Refusals;
import io.signalbox.gateway.relay.RefusedCall;
import io.signalbox.gateway.relay.finish.KnownAttempt;
import io.signalbox.gateway.relay.finish.KnownAttempt.Standing;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;
import io.signalbox.testkit.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ShownRefusalsTest {
    private static final RunnerId MAD = RunnerId.forName("mad");
    private static final RunnerId OTHER = RunnerId.forName("other");
    private static final TaskId TASK = TaskId.forKey(ProjectName.DEFAULT, "task");

    private final ManualClock clock = ManualClock.started();
    private final Map<AttemptId, TaskId> known = new HashMap<>();
    private final List<KeptRefusal> kept = new ArrayList<>();
    private final Counted counted = new Counted();
    private int lookUps;
    private final ShownRefusals refusals = new ShownRefusals(counted, new Kept(), this::find, clock);

    @Test
    void callsOfOneKindAboutOneAttemptAreKeptTogether() {
        AttemptId attempt = known(1);
        Instant first = clock.instant();
        refusals.refused(new RefusedCall(Refusal.LOG, attempt, MAD, "sealed"));
        refusals.refused(new RefusedCall(Refusal.OUTLIVED_SYNC, attempt, MAD, "outlived"));
        Instant last = clock.advance(Duration.ofSeconds(2));
        refusals.refused(new RefusedCall(Refusal.LOG, attempt, OTHER, "not its own"));

        refusals.flush();
        assertThat(kept)
                .containsExactlyInAnyOrder(
                        new KeptRefusal(TASK, attempt, Refusal.LOG, 2, first, last, OTHER, "not its own"),
                        new KeptRefusal(TASK, attempt, Refusal.OUTLIVED_SYNC, 1, first, first, MAD, "outlived"));
        refusals.flush();
        assertThat(kept).hasSize(2);
        assertThat(counted.calls).isEqualTo(3);
    }

    @Test
    void taskThatTheCallerKnowsIsNotLookedUp() {
        TaskId task = TaskId.forKey(ProjectName.DEFAULT, "of the caller");
        refusals.refused(new RefusedCall(Refusal.CLAIM, attempt(1), Optional.of(task), MAD, "withdrawn"));
        refusals.flush();
        assertThat(kept).extracting(KeptRefusal::task).containsExactly(task);
        assertThat(lookUps).isZero();
    }

    @Test
    void attemptsThatNeverWereAreCountedAndNotKept() {
        refusals.refused(new RefusedCall(Refusal.JOB, attempt(1), MAD, "never was"));
        refusals.flush();
        assertThat(kept).isEmpty();
        assertThat(counted.calls).isEqualTo(1);
    }

    @Test
    void runnerThatNamesManyAttemptsTakesNobodysRoom() {
        for (int i = 0; i < 10_000; i++) {
            refusals.refused(new RefusedCall(Refusal.LOG, attempt(i), MAD, "mad"));
        }
        AttemptId mine = known(20_000);
        refusals.refused(new RefusedCall(Refusal.LOG, mine, OTHER, "sealed"));
        refusals.flush();
        assertThat(kept).extracting(KeptRefusal::attempt, KeptRefusal::count).containsExactly(tuple(mine, 1L));
        assertThat(lookUps).isLessThanOrEqualTo(21);

        // After a while it has room again.
        AttemptId later = known(20_001);
        refusals.refused(new RefusedCall(Refusal.LOG, later, MAD, "sealed"));
        refusals.flush();
        assertThat(kept).extracting(KeptRefusal::attempt).containsExactly(mine, later);
    }

    @Test
    void manyRunnersTogetherHaveRoomForSoMuch() {
        for (int i = 0; i < 2_000; i++) {
            refusals.refused(new RefusedCall(Refusal.LOG, known(i), RunnerId.forName("runner-" + i), "sealed"));
        }
        refusals.flush();
        assertThat(kept).hasSize(500);
    }

    @Test
    void storeThatDoesNotAnswerEndsNothing() {
        ShownRefusals away = new ShownRefusals(
                counted, new Kept(), _ -> CompletableFuture.failedFuture(new IllegalStateException("away")), clock);
        away.refused(new RefusedCall(Refusal.LOG, attempt(1), MAD, "sealed"));
        away.flush();
        assertThat(kept).isEmpty();
    }

    private AttemptId known(int number) {
        AttemptId attempt = attempt(number);
        known.put(attempt, TASK);
        return attempt;
    }

    private static AttemptId attempt(int number) {
        return AttemptId.derive(TASK, Instant.EPOCH, new Epoch(1), number);
    }

    private CompletableFuture<Optional<KnownAttempt>> find(AttemptId attempt) {
        lookUps++;
        return CompletableFuture.completedFuture(
                Optional.ofNullable(known.get(attempt)).map(task -> new KnownAttempt(task, OTHER, Standing.REPORTED)));
    }

    private final class Kept implements RefusalStore {
        @Override
        public void add(KeptRefusal refusal) {
            kept.add(refusal);
        }

        @Override
        public void forget(TaskId task) {
            kept.removeIf(refusal -> refusal.task().equals(task));
        }

        @Override
        public List<KeptRefusal> of(TaskId task) {
            return List.copyOf(kept);
        }
    }

    private static final class Counted implements Refusals {
        private int calls;

        @Override
        public void refused(Refusal refusal, String about, String why) {
            calls++;
        }

        @Override
        public void refused(RefusedCall call) {
            calls++;
        }
    }
}
