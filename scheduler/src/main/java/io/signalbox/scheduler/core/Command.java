package io.signalbox.scheduler.core;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.message.SchedulerCommand.RelaySnapshot;
import io.signalbox.model.message.SchedulerCommand.RunnerGone.GoneRunner;
import io.signalbox.model.message.SchedulerCommand.SlotFree.FreeSlot;
import io.signalbox.model.message.SchedulerCommand.TaskSubmitted.SubmittedTask;
import io.signalbox.scheduler.core.duration.Took;
import io.signalbox.scheduler.core.lease.Suspicion;
import io.signalbox.scheduler.core.limit.Policies;
import io.signalbox.scheduler.core.runner.RelayReading;
import io.signalbox.scheduler.core.runner.RunnerReading;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.core.task.StoredTask;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to the core. Each may come late, twice or never, in any order; what the store holds decides.
 * The loop owes the core, beside the messages of the gateways: {@link Tick} at least each second, {@link RelaysRead} and
 * {@link RunnersRead} each second or two, {@link ReportsRead} and {@link TasksRead} by every sweep. Without a broker these alone
 * suffice.
 */
public sealed interface Command {

    /** Doorbell: tasks were inserted, their version is 0. */
    record TasksSubmitted(List<SubmittedTask> tasks) implements Command {}

    /**
     * Tasks were just read from the primary: by the take-over (every task that is not terminal), by a sweep, after a conflict or
     * because the core asked. What the document says replaces what the core believed, if it is newer.
     */
    record TasksRead(List<StoredTask> tasks) implements Command {}

    /**
     * The answer to {@link Effect.ReadTasks}: a reading that began after it was asked for. Only such a one may show that a report can never
     * apply (C18); a sweep's reading may be older than the report.
     *
     * @param tasks what was found
     * @param missing those that do not exist
     */
    record TasksAnswered(List<StoredTask> tasks, List<TaskId> missing) implements Command {}

    /** The take-over has fed every task and runner: from now on slots are given (C15). */
    record LoadComplete() implements Command {}

    /** Reports that stand in the store; in any order, in portions or all. */
    record ReportsRead(List<Report> reports) implements Command {}

    /** Doorbell: slots said that they are idle (C4). */
    record SlotsFree(RelayId relay, List<FreeSlot> slots) implements Command {}

    /** A relay told of the runners that it holds. */
    record RelayAnswered(RelaySnapshot snapshot) implements Command {}

    /** Every relay document: one successful reading. It advances the time that leases count (C8) and shows who has seen this epoch (C15). */
    record RelaysRead(List<RelayReading> relays) implements Command {}

    /**
     * Runner documents: one successful reading of at least every runner that changed or has a live attempt; empty if there is none.
     * It advances the time that leases count (C8).
     */
    record RunnersRead(List<RunnerReading> runners) implements Command {}

    /** Runners ended their session. */
    record RunnersGone(RelayId relay, List<GoneRunner> runners) implements Command {}

    /** The broker returned the assignment: nobody reads that relay's queue. */
    record Undeliverable(TaskId task, AttemptId attempt) implements Command {}

    /** A withdrawal stands: the attempt never started and never will (C1). */
    record Withdrawn(TaskId task, AttemptId attempt) implements Command {}

    /** A withdrawal came too late: this claim stands (C1). */
    record ClaimStands(Report.StartClaimed claim) implements Command {}

    /**
     * What {@link Effect.CheckAttempt} found, the runner read before the reports.
     *
     * @param task the task
     * @param attempt the attempt
     * @param suspicion why it was asked about
     * @param runner the runner's document; absent if there is none
     * @param reports every report about the attempt, and the task's cancel wish
     */
    record AttemptChecked(
            TaskId task,
            AttemptId attempt,
            Suspicion suspicion,
            @Nullable RunnerReading runner,
            List<Report> reports) implements Command {}

    /** Tasks that ended as lost, read by the take-over: what still holds their concurrency keys is known to no other leader (C9). */
    record LostRead(List<StoredTask> tasks) implements Command {}

    /** Tasks that ran to their end last, the newest at the end; read by the take-over: how long such tasks take is known to no other leader. */
    record EndedRead(List<Took> tasks) implements Command {}

    /** Runners that an earlier leader had set aside; read by the take-over, after the runners. */
    record SetAsideRead(List<RunnerId> runners) implements Command {}

    /** What operators decided about projects and pools was read. */
    record PoliciesRead(Policies policies) implements Command {}

    /** Time passed. */
    record Tick() implements Command {}
}
