package io.signalbox.scheduler.loop.batch;

import static io.signalbox.scheduler.core.world.Sample.START;
import static io.signalbox.scheduler.core.world.Sample.task;
import static io.signalbox.scheduler.core.world.Sample.terms;
import static io.signalbox.scheduler.world.Changes.assign;
import static io.signalbox.scheduler.world.Changes.attempt;
import static io.signalbox.scheduler.world.Changes.lose;
import static io.signalbox.scheduler.world.Changes.pass;
import static io.signalbox.scheduler.world.Changes.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.task.TaskState;
import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.core.duration.Took;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.loop.batch.TaskStore.Which;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of tasks does (C16). */
public interface TaskStoreContract {

    /** One without tasks. */
    TaskStore tasks();

    /** A gateway inserts a task. */
    void insert(TaskId id, TaskTerms terms);

    @Test
    default void readsATaskAsItWasInserted() {
        TaskStore tasks = tasks();
        insert(task(1), terms().pool("gpu").requeueWhenLost().build());

        assertThat(tasks.read(List.of(task(1), task(2))))
                .containsExactly(StoredTask.inserted(
                        task(1), terms().pool("gpu").requeueWhenLost().build()));
    }

    @Test
    default void readsEachStateAsItWasCommitted() {
        TaskStore tasks = tasks();
        insert(task(1), terms().build());
        for (var change : List.of(assign(task(1), 0, 1), run(task(1), 1, 1), lose(task(1), 2, 1))) {
            assertThat(tasks.commit(mark(1), List.of(change))).containsExactly(ChangeOutcome.APPLIED);
            StoredTask read = tasks.read(List.of(task(1))).getFirst();
            assertThat(read.status()).isEqualTo(change.status());
            assertThat(read.version()).isEqualTo(change.version());
            assertThat(read.fence()).isEqualTo(change.fence());
        }
        assertThat(tasks.read(List.of(task(1))).getFirst())
                .extracting(StoredTask::tries, StoredTask::losses)
                .containsExactly(1, 1);
    }

    @Test
    default void saysWhichChangesOfABatchMissed() {
        TaskStore tasks = tasks();
        insert(task(1), terms().build());
        insert(task(2), terms().build());
        insert(task(3), terms().build());
        tasks.commit(mark(1), List.of(assign(task(2), 0, 1)));

        assertThat(tasks.commit(
                        mark(2),
                        List.of(
                                assign(task(1), 0, 1),
                                assign(task(2), 0, 1),
                                assign(task(3), 0, 1),
                                assign(task(4), 0, 1))))
                .containsExactly(
                        ChangeOutcome.APPLIED, ChangeOutcome.MISSED, ChangeOutcome.APPLIED, ChangeOutcome.MISSED);
    }

    @Test
    default void raisedVersionMakesALateCommitMiss() {
        TaskStore tasks = tasks();
        insert(task(1), terms().build());
        tasks.commit(mark(1), List.of(assign(task(1), 0, 1)));
        List<StoredTask> read = tasks.read(List.of(task(1)));

        assertThat(tasks.raise(CommitMark.ofTakeOver(new Epoch(2)), read)).containsExactly(ChangeOutcome.APPLIED);
        assertThat(tasks.commit(mark(2), List.of(run(task(1), 1, 1)))).containsExactly(ChangeOutcome.MISSED);
        assertThat(tasks.read(List.of(task(1))).getFirst().status())
                .isEqualTo(read.getFirst().status());
    }

    @Test
    default void listsWhatIsNotTerminalInPages() {
        TaskStore tasks = tasks();
        for (int n = 1; n <= 5; n++) {
            insert(task(n), terms().build());
        }
        tasks.commit(mark(1), List.of(assign(task(2), 0, 1), assign(task(4), 0, 1)));
        tasks.commit(mark(2), List.of(run(task(4), 1, 1)));

        assertThat(tasks.open(Which.WAITING, null, 2))
                .extracting(StoredTask::id)
                .containsExactly(task(1), task(3));
        assertThat(tasks.open(Which.WAITING, task(3), 2))
                .extracting(StoredTask::id)
                .containsExactly(task(5));
        assertThat(tasks.open(Which.LIVE, null, 10))
                .extracting(read -> read.status().state())
                .containsExactly(TaskState.ASSIGNED, TaskState.RUNNING);
    }

    @Test
    default void lossesAreFoundWithWhatMayStillRun() {
        TaskStore tasks = tasks();
        insert(task(1), terms().build());
        insert(task(2), terms().build());
        tasks.commit(mark(1), List.of(assign(task(1), 0, 1)));
        tasks.commit(mark(2), List.of(run(task(1), 1, 1)));
        tasks.commit(mark(3), List.of(lose(task(1), 2, 1)));

        assertThat(tasks.lost(START.plusMillis(1), null, 10)).isEmpty();
        assertThat(tasks.lost(START, null, 10)).singleElement().satisfies(lost -> {
            assertThat(lost.id()).isEqualTo(task(1));
            assertThat(lost.loss()).isEqualTo(new StoredTask.Loss(attempt(task(1), 1), START));
        });
    }

    @Test
    default void whatItsRunnerReportedIsKnownFromWhatNobodyDid() {
        TaskStore tasks = tasks();
        for (int number = 1; number <= 2; number++) {
            insert(task(number), terms().build());
            tasks.commit(mark(1), List.of(assign(task(number), 0, 1)));
            tasks.commit(mark(2), List.of(run(task(number), 1, 1)));
        }
        tasks.commit(mark(3), List.of(pass(task(1), 2, 1), lose(task(2), 2, 1)));

        assertThat(tasks.read(List.of(task(1), task(2))))
                .extracting(StoredTask::reported)
                .containsExactlyInAnyOrder(Set.of(attempt(task(1), 1).id()), Set.of());
    }

    @Test
    default void tellsHowLongTasksTookThatRanToTheirEndLast() {
        TaskStore tasks = tasks();
        for (int n = 1; n <= 4; n++) {
            insert(task(n), terms().priority(n).build());
            tasks.commit(mark(1), List.of(assign(task(n), 0, 1)));
            tasks.commit(mark(2), List.of(run(task(n), 1, 1)));
        }
        tasks.commit(mark(3), List.of(pass(task(3), 2, 1, Duration.ofSeconds(9))));
        tasks.commit(mark(3), List.of(pass(task(1), 2, 1, Duration.ofSeconds(5))));
        tasks.commit(mark(3), List.of(pass(task(2), 2, 1, Duration.ofSeconds(7))));
        tasks.commit(mark(3), List.of(lose(task(4), 2, 1)));

        assertThat(tasks.ended(2))
                .containsExactly(
                        new Took(terms().priority(2).build(), 7_000),
                        new Took(terms().priority(3).build(), 9_000));
        assertThat(tasks.ended(10)).hasSize(3);
    }

    private static CommitMark mark(long batch) {
        return new CommitMark(new Epoch(1), batch);
    }
}
