package io.signalbox.model;

import io.signalbox.model.folder.PieceHash;
import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Fence;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.id.SlotRef;
import io.signalbox.model.id.TaskId;
import io.signalbox.model.message.DeadLetter;
import io.signalbox.model.message.EventBell;
import io.signalbox.model.message.LeaderHint;
import io.signalbox.model.message.LogBell;
import io.signalbox.model.message.Message;
import io.signalbox.model.message.MessageType;
import io.signalbox.model.message.RelayCommand;
import io.signalbox.model.message.RunnerPresence;
import io.signalbox.model.message.SchedulerCommand;
import io.signalbox.model.spec.Command;
import io.signalbox.model.spec.Concurrency;
import io.signalbox.model.spec.Epilogue;
import io.signalbox.model.spec.Executor;
import io.signalbox.model.spec.Fallback;
import io.signalbox.model.spec.OnLost;
import io.signalbox.model.spec.RetryPolicy;
import io.signalbox.model.spec.SentFolder;
import io.signalbox.model.spec.TaskFile;
import io.signalbox.model.spec.TaskSpec;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.model.task.TaskTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One sample of everything that has a golden file. */
public final class Samples {
    public static final TaskId TASK = new TaskId("0198c5f0-8b1e-7c3a-9f00-2b7d5c1e4a10");
    public static final AttemptId ATTEMPT = new AttemptId("3f8e1a52-6d0c-8b41-a2f7-90c1d2e3f405");
    public static final SlotRef SLOT = new SlotRef(new RunnerId("7b1d9c60-52aa-4e0f-8d3c-1f2e3d4c5b6a"), 1);
    public static final RelayId RELAY = new RelayId("r-1a2b3c");
    public static final Instant MOMENT = Instant.parse("2026-01-02T03:04:05.678Z");

    private Samples() {}

    /** A specification that uses every field. */
    public static TaskSpec fullSpec() {
        return new TaskSpec(
                new ProjectName("shop"),
                "nightly build",
                List.of(Command.of("make"), new Command("make test", "Tests")),
                List.of("linux", "arch=arm64"),
                new PoolName("builders"),
                Map.of("CI", "true"),
                List.of(new TaskFile("conf/app.properties", "YT1iCg==", "0600")),
                List.of(Command.of("git fetch")),
                new Epilogue(List.of(Command.of("df -h")), List.of(), List.of(Command.of("cat build.log"))),
                List.of("DEPLOY_KEY"),
                70,
                Duration.ofMinutes(30),
                Duration.ofSeconds(5),
                Duration.ofHours(2),
                MOMENT,
                new RetryPolicy(3, List.of(RetryPolicy.Cause.FAILED), List.of(2, 75), Duration.ofSeconds(10)),
                new OnLost(OnLost.Policy.REQUEUE, Duration.ofSeconds(90), 2),
                new Concurrency("deploy", 1, Concurrency.Policy.CANCEL_OLDER),
                new Fallback(Duration.ofMinutes(5), List.of("linux"), new PoolName("spare")),
                new Executor.Shell(false),
                Map.of("team", "core"),
                new SentFolder(PieceHash.of(new byte[] {1})));
    }

    /** One message of the type. */
    public static Message message(MessageType type) {
        return switch (type) {
            case TASK_SUBMITTED ->
                new SchedulerCommand.TaskSubmitted(List.of(
                        new SchedulerCommand.TaskSubmitted.SubmittedTask(TASK, TaskTerms.of(fullSpec(), MOMENT))));
            case SLOT_FREE ->
                new SchedulerCommand.SlotFree(
                        RELAY, List.of(new SchedulerCommand.SlotFree.FreeSlot(SLOT, new Generation(2), 17, ATTEMPT)));
            case RUNNER_GONE ->
                new SchedulerCommand.RunnerGone(
                        RELAY, List.of(new SchedulerCommand.RunnerGone.GoneRunner(SLOT.runner(), new Generation(2))));
            case RELAY_SNAPSHOT -> new SchedulerCommand.RelaySnapshot(RELAY, new Epoch(4), true, List.of(presence()));
            case REPORTS_READY ->
                new SchedulerCommand.ReportsReady(List.of(ReportId.start(ATTEMPT), ReportId.cancel(TASK)));
            case EXPLAIN_PLEASE, PREVIEW_PLEASE, WHAT_IF_PLEASE, SCALING_PLEASE, EXPLAINED, COMPARED, SCALED ->
                Outlooks.message(type);
            case ASSIGN_TASK -> assignTask();
            case STOP_TASK ->
                new RelayCommand.StopTask(
                        new Epoch(4),
                        List.of(new RelayCommand.StopTask.Stop(TASK, ATTEMPT, SLOT, ReasonCode.CANCEL_REQUESTED)));
            case DRAIN_RUNNER -> new RelayCommand.DrainRunner(List.of(SLOT.runner()));
            case SNAPSHOT_PLEASE -> new RelayCommand.SnapshotPlease(new Epoch(4));
            case EVENT_BELL ->
                new EventBell(99, List.of(new EventBell.Entry("task.passed", new ProjectName("shop"), TASK)));
            case LOG_BELL -> new LogBell(List.of(ATTEMPT));
            case LEADER_HINT -> new LeaderHint("scheduler-1");
            case DEAD_LETTER -> new DeadLetter("no such type", "unknown_type", "signalbox.commands", "{}");
        };
    }

    private static Message assignTask() {
        return new RelayCommand.AssignTask(
                new Epoch(4),
                List.of(new RelayCommand.AssignTask.Assignment(TASK, ATTEMPT, new Fence(1), SLOT, new Generation(2))));
    }

    private static RunnerPresence presence() {
        return new RunnerPresence(
                SLOT.runner(),
                "builder-7",
                new Generation(2),
                new PoolName("builders"),
                List.of("builders", "executor:shell", "linux"),
                List.of(new ProjectName("shop")),
                false,
                true,
                List.of(new RunnerPresence.Slot(0, 12, null), new RunnerPresence.Slot(1, 17, ATTEMPT)),
                "40 MB free below its home, 1 GB wanted",
                true);
    }
}
