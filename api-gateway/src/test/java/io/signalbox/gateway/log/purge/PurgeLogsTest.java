package io.signalbox.gateway.log.purge;

import static io.signalbox.gateway.log.Logs.ATTEMPT;
import static io.signalbox.gateway.log.Logs.TASK;
import static io.signalbox.gateway.log.Logs.lines;
import static io.signalbox.gateway.log.Logs.push;
import static io.signalbox.gateway.log.Logs.seal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.signalbox.gateway.log.AppendOutcome;
import io.signalbox.gateway.log.ChunkMemory;
import io.signalbox.gateway.log.LogWriter;
import io.signalbox.gateway.log.Logs;
import io.signalbox.gateway.log.SealOutcome;
import io.signalbox.gateway.relay.refusal.KeptRefusal;
import io.signalbox.gateway.relay.refusal.RefusalStore;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.TaskId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PurgeLogsTest {
    private final ChunkMemory chunks = new ChunkMemory();
    private final LogWriter gateway = Logs.gateway(chunks);
    private final Wishes wishes = new Wishes();
    private final List<TaskId> forgotten = new ArrayList<>();
    private int purged;
    private final PurgeLogs duty = duty(gateway);

    @Test
    void nothingIsLeftOfALogThatIsToGo() {
        push(gateway, 0, lines(0, 2));
        push(gateway, 2, lines(2, 3));
        seal(gateway, 3);
        duty.run();

        assertThat(chunks.tail(ATTEMPT)).isEmpty();
        assertThat(forgotten).containsExactly(TASK);
        assertThat(wishes.open).isEmpty();
        assertThat(purged).isEqualTo(1);
    }

    @Test
    void logOfATaskThatDoesNotSaySoItselfStays() {
        push(gateway, 0, lines(0, 2));
        seal(gateway, 2);
        wishes.decided = false;
        duty.run();

        assertThat(chunks.tail(ATTEMPT)).isPresent();
        assertThat(wishes.open).hasSize(1);
        assertThat(forgotten).isEmpty();
    }

    @Test
    void logThatCannotBeSealedStays() {
        push(gateway, 0, lines(0, 2));
        duty(new Unable()).run();

        assertThat(chunks.tail(ATTEMPT)).isPresent();
        assertThat(wishes.open).hasSize(1);
    }

    @Test
    void logThatNobodyHasSealedIsSealedFirst() {
        push(gateway, 0, lines(0, 2));
        duty.run();

        assertThat(gateway.sealAsIs(ATTEMPT, TASK, OptionalLong.empty()).join())
                .as("remembered")
                .isEqualTo(new SealOutcome.Sealed(2, false));
        assertThat(chunks.tail(ATTEMPT)).isEmpty();
        assertThat(wishes.open).isEmpty();
    }

    @Test
    void whoDiesBeforeTheWishGoesLeavesItToTheNext() {
        push(gateway, 0, lines(0, 2));
        seal(gateway, 2);
        wishes.dying = true;
        assertThatIllegalStateException().isThrownBy(duty::run);
        assertThat(wishes.open).hasSize(1);

        wishes.dying = false;
        duty.run();
        assertThat(chunks.tail(ATTEMPT)).isEmpty();
        assertThat(wishes.open).isEmpty();
    }

    private PurgeLogs duty(LogWriter writer) {
        return new PurgeLogs(wishes, chunks, writer, new Forgetting(), count -> purged += count);
    }

    private static final class Unable implements LogWriter {
        @Override
        public CompletableFuture<AppendOutcome> append(
                AttemptId attempt, TaskId task, long startFrom, List<byte[]> lines) {
            return CompletableFuture.completedFuture(new AppendOutcome.Unavailable("away"));
        }

        @Override
        public CompletableFuture<SealOutcome> seal(AttemptId attempt, TaskId task, OptionalLong logEnd) {
            return CompletableFuture.completedFuture(new SealOutcome.Unavailable("away"));
        }

        @Override
        public CompletableFuture<SealOutcome> sealAsIs(AttemptId attempt, TaskId task, OptionalLong logEnd) {
            return seal(attempt, task, logEnd);
        }
    }

    private static final class Wishes implements PurgeWishes {
        private final List<PurgeWish> open = new ArrayList<>(List.of(new PurgeWish(TASK, List.of(ATTEMPT))));
        private boolean decided = true;
        private boolean dying;

        @Override
        public List<PurgeWish> page(@Nullable TaskId after, int limit) {
            return after == null ? List.copyOf(open) : List.of();
        }

        @Override
        public List<PurgeWish> decided(List<PurgeWish> wishes) {
            return decided ? wishes : List.of();
        }

        @Override
        public void fulfilled(Collection<TaskId> tasks) {
            if (dying) {
                throw new IllegalStateException("killed");
            }
            open.removeIf(wish -> tasks.contains(wish.task()));
        }
    }

    private final class Forgetting implements RefusalStore {
        @Override
        public void add(KeptRefusal refusal) {
            throw new AssertionError("nothing is refused");
        }

        @Override
        public void forget(TaskId task) {
            forgotten.add(task);
        }

        @Override
        public List<KeptRefusal> of(TaskId task) {
            return List.of();
        }
    }
}
