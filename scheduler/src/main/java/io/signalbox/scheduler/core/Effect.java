package io.signalbox.scheduler.core;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.message.RelayCommand;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.model.store.report.ReportKind;
import io.signalbox.scheduler.core.lease.Suspicion;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done outside, after the commit. Each may be lost or done twice without harm: a later tick or sweep asks again.
 * Those that have an answer name the command that brings it.
 */
public sealed interface Effect {

    /** Offers an attempt to the relay that holds its slot. If it comes back as unroutable: {@link Command.Undeliverable}. */
    record PublishAssignment(RelayId relay, RelayCommand.AssignTask.Assignment assignment) implements Effect {}

    /** Tells the relay that an attempt must end. */
    record PublishStop(RelayId relay, RelayCommand.StopTask.Stop stop) implements Effect {}

    /** Asks a relay for everything that it holds (C15). Answer: {@link Command.RelayAnswered}. */
    record AskSnapshot(RelayId relay) implements Effect {}

    /**
     * Takes an assignment back (C1): inserts {@code <attempt>:start} as withdrawn; or, where {@code claimedSync} is given, turns the claim
     * with exactly this sync number into a withdrawal by one compare-and-set. Answer: {@link Command.Withdrawn}, also when it was withdrawn
     * before, or {@link Command.ClaimStands} with the claim that was found.
     *
     * @param task the task
     * @param attempt the attempt
     * @param claimedSync sync number of the claim that must still stand unchanged; absent: no claim may stand
     */
    record Withdraw(
            TaskId task, AttemptId attempt, @Nullable Long claimedSync) implements Effect {}

    /** Reads tasks from the primary. Answer: {@link Command.TasksAnswered}. */
    record ReadTasks(List<TaskId> tasks) implements Effect {
        public ReadTasks {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * Reads first the runner's document and only then every report of the attempt and the task's cancel wish, all from the primary (C1, C8).
     * Answer: {@link Command.AttemptChecked}. Nothing is answered when a read fails: the core asks again.
     */
    record CheckAttempt(TaskId task, AttemptId attempt, RunnerId runner, Suspicion suspicion) implements Effect {}

    /** Removes reports that can never apply (C18). */
    record RemoveReports(List<ReportId> reports) implements Effect {
        public RemoveReports {
            reports = List.copyOf(reports);
        }
    }

    /**
     * Keeps in the history of an outlived attempt that a report of it was refused (I2), then removes the report. It adds to a set in
     * the attempt's entry and touches neither state, version nor commit mark.
     */
    record Refuse(TaskId task, AttemptId attempt, ReportId report, ReportKind kind) implements Effect {}

    /** Something about a runner that is kept and told. */
    sealed interface RunnerNews extends Effect {
        /** Which. */
        RunnerId runner();

        /** Its name, for people. */
        String name();

        /** Where it belongs. */
        PoolName pool();

        /** Its registration. */
        Generation generation();
    }

    /**
     * A runner's presence changed: kept in {@code runner_states}, told in the feed as {@code runner.<presence>}.
     *
     * @param runner which
     * @param name for people
     * @param pool its pool
     * @param generation of it
     * @param presence the new one
     */
    record RunnerChanged(RunnerId runner, String name, PoolName pool, Generation generation, Presence presence)
            implements RunnerNews {}

    /**
     * A slot is set aside: its runner syncs but never confirmed the stop of an attempt (C13). Kept in {@code runner_states}, told in the
     * feed as {@code runner.slot_set_aside}. It holds until the runner itself says that the slot has something else, or nothing.
     *
     * @param slot which
     * @param name of its runner
     * @param pool of its runner
     * @param generation of its runner
     * @param task that was ended
     * @param attempt that may still run there
     */
    record SlotSetAside(SlotRef slot, String name, PoolName pool, Generation generation, TaskId task, AttemptId attempt)
            implements RunnerNews {
        @Override
        public RunnerId runner() {
            return slot.runner();
        }
    }

    /**
     * A runner is set aside, or trusted again. Kept in {@code runner_states}, told in the feed as {@code runner.set_aside} and {@code
     * runner.trusted}.
     *
     * @param runner which
     * @param name for people
     * @param pool its pool
     * @param generation of it
     * @param why it is set aside, for people; absent: it is not
     */
    record RunnerJudged(
            RunnerId runner,
            String name,
            PoolName pool,
            Generation generation,
            @Nullable String why) implements RunnerNews {}

    /** Whether a runner is there. */
    enum Presence {
        ONLINE,
        /** No new beat for 15 s while an attempt is live on it: shown, nothing else (C8). */
        UNREACHABLE,
        GONE
    }

    /** Something was measured or counted. */
    sealed interface Observed extends Effect {}

    /** From the moment a task could run to its start. */
    record PickedUp(PoolName pool, Duration waited) implements Observed {}

    /** From start to end of an attempt. */
    record Ran(PoolName pool, Duration took) implements Observed {}

    /** An attempt was lost. */
    record Lost(PoolName pool) implements Observed {}

    /** Something outlived was refused. */
    record Refused(ReportKind kind) implements Observed {}

    /**
     * The core failed and set aside what spoiled it (C17): dead letter, alarm, a mark in the task's document.
     *
     * @param what it was about
     * @param task that is concerned; absent: none
     * @param failure what happened
     */
    record SetAside(String what, @Nullable TaskId task, RuntimeException failure) implements Effect {}
}
