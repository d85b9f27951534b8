package io.signalbox.scheduler.loop.purge;

import static io.signalbox.scheduler.core.world.Sample.START;
import static io.signalbox.scheduler.core.world.Sample.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.retention.FinishedTask;
import io.signalbox.scheduler.loop.purge.PurgeStore.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store does of which finished tasks are purged (C25). */
public interface PurgeStoreContract {

    Instant LATER = START.plus(Duration.ofDays(30));

    /** One without tasks. */
    PurgeStore purge();

    /** There is a task that was submitted then, and has ended; events of it may wait in its outbox. */
    void insert(FinishedTask task, Instant createdAt, int events);

    /** A gateway has removed the log of the task. */
    void fulfil(TaskId task);

    /** The n-th task, ended at once. */
    static FinishedTask finished(int n) {
        AttemptId attempt = AttemptId.derive(task(n), START, new Epoch(1), 1);
        return new FinishedTask(
                task(n), ProjectName.DEFAULT, TaskState.PASSED, "1." + n, START, List.of(attempt), null);
    }

    @Test
    default void pagesGoThroughAllInTheOrderOfSubmission() {
        PurgeStore purge = purge();
        insert(finished(3), START, 0);
        insert(finished(1), START, 0);
        insert(finished(2), START.minusSeconds(9), 0);

        Page first = purge.finished(null, LATER, 2);
        assertThat(first.tasks()).containsExactly(finished(2), finished(1));
        Page second = purge.finished(first.next(), LATER, 2);
        assertThat(second.tasks()).containsExactly(finished(3));
        assertThat(second.next()).isNull();
    }

    @Test
    default void whatEndedLaterIsNotFound() {
        PurgeStore purge = purge();
        insert(finished(1), START, 0);

        assertThat(purge.finished(null, START.minusMillis(1), 9).tasks()).isEmpty();
        assertThat(purge.finished(null, START, 9).tasks()).containsExactly(finished(1));
    }

    @Test
    default void taskWithEventsThatAreNotInTheFeedIsPassedOver() {
        PurgeStore purge = purge();
        insert(finished(1), START, 1);
        insert(finished(2), START, 0);

        assertThat(purge.finished(null, LATER, 9).tasks()).containsExactly(finished(2));
        Page first = purge.finished(null, LATER, 1);
        assertThat(first.tasks()).isEmpty();
        assertThat(purge.finished(first.next(), LATER, 1).tasks()).containsExactly(finished(2));
    }

    @Test
    default void wishStandsUntilAGatewayFulfilsIt() {
        PurgeStore purge = purge();
        insert(finished(1), START, 0);
        purge.want(List.of(finished(1)));
        purge.want(List.of(finished(1), finished(2)));

        assertThat(purge.wanted(List.of(task(1), task(2), task(3)))).isEqualTo(Set.of(task(1), task(2)));
        fulfil(task(1));
        assertThat(purge.wanted(List.of(task(1), task(2), task(3)))).isEqualTo(Set.of(task(2)));
    }

    @Test
    default void onlyWhatIsMarkedIsRemoved() {
        PurgeStore purge = purge();
        insert(finished(1), START, 0);
        insert(finished(2), START, 0);
        purge.mark(List.of(finished(1)), LATER);

        assertThat(purge.finished(null, LATER, 9).tasks())
                .extracting(FinishedTask::logPurgedAt)
                .containsExactly(LATER, null);
        assertThat(purge.remove(List.of(finished(1), finished(2)))).isEqualTo(1);
        assertThat(purge.finished(null, LATER, 9).tasks()).containsExactly(finished(2));
        assertThat(purge.remove(List.of(finished(1)))).isZero();
    }

    @Test
    default void laterTaskUnderTheSameIdIsNotTakenForTheEarlier() {
        PurgeStore purge = purge();
        FinishedTask earlier = finished(1);
        var later = new FinishedTask(
                task(1), ProjectName.DEFAULT, TaskState.PASSED, "1.77", START, earlier.attempts(), null);
        insert(later, START, 0);
        purge.mark(List.of(earlier), LATER);

        assertThat(purge.finished(null, LATER, 9).tasks()).containsExactly(later);
        purge.mark(List.of(later), LATER);
        assertThat(purge.remove(List.of(earlier))).isZero();
    }
}
