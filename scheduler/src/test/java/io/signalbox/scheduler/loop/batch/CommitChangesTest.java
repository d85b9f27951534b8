package io.signalbox.scheduler.loop.batch;

import static io.signalbox.scheduler.core.world.Sample.task;
import static io.signalbox.scheduler.core.world.Sample.terms;
import static io.signalbox.scheduler.world.Changes.assign;
import static io.signalbox.scheduler.world.Changes.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.Epoch;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Decision;
import io.signalbox.scheduler.core.TaskChange;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.loop.leadership.Term;
import io.signalbox.testkit.time.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** C14 and C16: what is committed, by whom, and what becomes of the rest. */
class CommitChangesTest {

    private final ManualClock clock = ManualClock.started();
    private final InMemoryTaskStore tasks = new InMemoryTaskStore();
    private final Term term = new Term(new Epoch(1), Duration.ofSeconds(5), clock::nanoTime, clock.nanoTime());
    private final CommitChanges commit = new CommitChanges(term, tasks);

    @BeforeEach
    void twoTasksWait() {
        tasks.insert(task(1), terms().build());
        tasks.insert(task(2), terms().build());
    }

    @Test
    void commitsTheChangesOfABatchTogether() {
        var changes = List.of(assign(task(1), 0, 1), assign(task(2), 0, 1));

        assertThat(commit.commit(decision(changes)))
                .contains(new CommitChanges.Committed(changes, List.of(), List.of()));
    }

    @Test
    void whatMissedIsReadBackForTheCore() {
        tasks.commit(new CommitMark(new Epoch(1), 9), List.of(assign(task(2), 0, 1)));
        var committed = commit.commit(decision(List.of(assign(task(1), 0, 1), assign(task(2), 0, 1))))
                .orElseThrow();

        assertThat(committed.applied()).extracting(TaskChange::task).containsExactly(task(1));
        assertThat(committed.corrections()).containsExactly(new Command.TasksRead(tasks.read(List.of(task(2)))));
        assertThat(term.isOver()).isFalse();
    }

    @Test
    void missingTaskIsSaidToBeMissing() {
        var committed = commit.commit(decision(List.of(assign(task(3), 0, 1)))).orElseThrow();

        assertThat(committed.corrections()).contains(new Command.TasksAnswered(List.of(), List.of(task(3))));
    }

    @Test
    void unknownOutcomeEndsTheTerm() {
        tasks.failNext(ChangeOutcome.UNKNOWN);

        assertThat(commit.commit(decision(List.of(assign(task(1), 0, 1))))).isEmpty();
        assertThat(term.isOver()).isTrue();
    }

    @Test
    void whatWasNotSentIsSentAgain() {
        tasks.failNext(ChangeOutcome.NOT_SENT);
        tasks.failNext(ChangeOutcome.NOT_SENT);
        var committed = commit.commit(decision(List.of(assign(task(1), 0, 1)))).orElseThrow();

        assertThat(committed.applied()).hasSize(1);
    }

    @Test
    void changeThatTheStoreNeverTakesIsSetApart() {
        tasks.failNext(ChangeOutcome.REJECTED);
        var committed = commit.commit(decision(List.of(assign(task(1), 0, 1)))).orElseThrow();

        assertThat(committed.rejected()).hasSize(1);
        assertThat(committed.applied()).isEmpty();
    }

    @Test
    void taskOfALaterEpochEndsTheTerm() {
        tasks.commit(new CommitMark(new Epoch(2), 1), List.of(assign(task(1), 0, 2)));

        assertThat(commit.commit(decision(List.of(assign(task(1), 0, 1))))).isEmpty();
        assertThat(term.isOver()).isTrue();
    }

    @Test
    void pausedLeaderThatWakesCommitsNothing() {
        clock.advance(Duration.ofSeconds(5));
        try (var loop = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcome =
                    CompletableFuture.supplyAsync(() -> commit.commit(decision(List.of(assign(task(1), 0, 1)))), loop);
            term.end();

            assertThat(outcome).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(Optional.empty());
        }
        assertThat(version(1)).isZero();
    }

    @Test
    void oldLeadersLateCommitMissesAfterTheTakeOver() {
        commit.commit(decision(List.of(assign(task(1), 0, 1))));
        tasks.raise(CommitMark.ofTakeOver(new Epoch(2)), tasks.read(List.of(task(1))));
        var committed = commit.commit(decision(List.of(run(task(1), 1, 1)))).orElseThrow();

        assertThat(committed.applied()).isEmpty();
        assertThat(version(1)).isEqualTo(2);
    }

    private long version(int task) {
        return tasks.read(List.of(task(task))).stream()
                .mapToLong(StoredTask::version)
                .sum();
    }

    private static Decision decision(List<TaskChange> changes) {
        return new Decision(7, changes, List.of());
    }
}
