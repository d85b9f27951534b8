package io.signalbox.model.message;

import java.util.Arrays;
import java.util.Optional;

/** Names and schema versions of the messages on the wire. A change that an older reader cannot bear raises the version. */
public enum MessageType {
    TASK_SUBMITTED("task-submitted", 1, SchedulerCommand.TaskSubmitted.class),
    SLOT_FREE("slot-free", 1, SchedulerCommand.SlotFree.class),
    RUNNER_GONE("runner-gone", 1, SchedulerCommand.RunnerGone.class),
    RELAY_SNAPSHOT("relay-snapshot", 1, SchedulerCommand.RelaySnapshot.class),
    REPORTS_READY("reports-ready", 1, SchedulerCommand.ReportsReady.class),
    EXPLAIN_PLEASE("explain-please", 1, SchedulerCommand.ExplainPlease.class),
    PREVIEW_PLEASE("preview-please", 1, SchedulerCommand.PreviewPlease.class),
    WHAT_IF_PLEASE("what-if-please", 1, SchedulerCommand.WhatIfPlease.class),
    SCALING_PLEASE("scaling-please", 1, SchedulerCommand.ScalingPlease.class),
    ASSIGN_TASK("assign-task", 1, RelayCommand.AssignTask.class),
    STOP_TASK("stop-task", 1, RelayCommand.StopTask.class),
    DRAIN_RUNNER("drain-runner", 1, RelayCommand.DrainRunner.class),
    SNAPSHOT_PLEASE("snapshot-please", 1, RelayCommand.SnapshotPlease.class),
    EXPLAINED("explained", 1, RelayCommand.Explained.class),
    COMPARED("compared", 1, RelayCommand.Compared.class),
    SCALED("scaled", 1, RelayCommand.Scaled.class),
    EVENT_BELL("event-bell", 1, EventBell.class),
    LOG_BELL("log-bell", 1, LogBell.class),
    LEADER_HINT("leader-hint", 1, LeaderHint.class),
    DEAD_LETTER("dead-letter", 1, DeadLetter.class);

    private final String wire;
    private final int version;
    private final Class<? extends Message> record;

    MessageType(String wire, int version, Class<? extends Message> record) {
        this.wire = wire;
        this.version = version;
        this.record = record;
    }

    /** The type of this name and version, if this build knows it. */
    public static Optional<MessageType> of(String wire, int version) {
        return Arrays.stream(values())
                .filter(type -> type.wire.equals(wire) && type.version == version)
                .findFirst();
    }

    /** The type of a message. */
    public static MessageType of(Message message) {
        return Arrays.stream(values())
                .filter(type -> type.record == message.getClass())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no wire name for " + message.getClass()));
    }

    /** Its name on the wire. */
    public String wire() {
        return wire;
    }

    /** Its schema version. */
    public int version() {
        return version;
    }

    /** The record that carries it. */
    public Class<? extends Message> record() {
        return record;
    }
}
