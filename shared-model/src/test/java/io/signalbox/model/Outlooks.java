package io.signalbox.model;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.message.Message;
import io.signalbox.model.message.MessageType;
import io.signalbox.model.message.RelayCommand;
import io.signalbox.model.message.SchedulerCommand;
import io.signalbox.model.outlook.Comparison;
import io.signalbox.model.outlook.FleetChange;
import io.signalbox.model.outlook.Scaling;
import io.signalbox.model.task.Explanation;
import io.signalbox.model.task.TaskTerms;
import java.time.Duration;
import java.util.List;

/** Samples of what would be. */
final class Outlooks {
    private static final PoolName BUILDERS = new PoolName("builders");

    private Outlooks() {}

    /** A question to the leader, or an answer of it. */
    static Message message(MessageType type) {
        return switch (type) {
            case EXPLAIN_PLEASE -> new SchedulerCommand.ExplainPlease(Samples.RELAY, "q-1", Samples.TASK);
            case PREVIEW_PLEASE ->
                new SchedulerCommand.PreviewPlease(
                        Samples.RELAY, "q-1", TaskTerms.of(Samples.fullSpec(), Samples.MOMENT));
            case WHAT_IF_PLEASE -> new SchedulerCommand.WhatIfPlease(Samples.RELAY, "q-1", change());
            case SCALING_PLEASE -> new SchedulerCommand.ScalingPlease(Samples.RELAY, "q-1", BUILDERS);
            case EXPLAINED -> new RelayCommand.Explained("q-1", explanation());
            case COMPARED -> new RelayCommand.Compared("q-1", comparison());
            case SCALED -> new RelayCommand.Scaled("q-1", scaling());
            default -> throw new IllegalArgumentException(type + " is neither question nor answer");
        };
    }

    private static FleetChange change() {
        return new FleetChange(
                List.of(Samples.SLOT.runner()),
                List.of(
                        new FleetChange.Addition(BUILDERS, 3, 2, List.of("linux")),
                        new FleetChange.Addition(PoolName.DEFAULT, 1, null, null)));
    }

    private static Explanation explanation() {
        var cause = new Explanation.Cause("tag_missing", "no runner has the tag 'gpu'", 3, List.of("builder-7"));
        var pool = new Explanation.PoolCause(BUILDERS, "tag_missing", "no runner has the tag 'gpu'", 3);
        return new Explanation(
                true, 4L, Samples.MOMENT, List.of(cause), List.of(pool), "Add a runner with the tag 'gpu'.");
    }

    private static Comparison comparison() {
        return new Comparison(
                12,
                new Comparison.Outlook(4, 2, Samples.MOMENT),
                new Comparison.Outlook(9, 2, null),
                List.of(new Comparison.Group(
                        new ProjectName("shop"), BUILDERS, List.of("linux"), 50, 10, Samples.MOMENT, null)),
                List.of(new Comparison.Drained("builder-7", 1, Samples.MOMENT)),
                "The last task starts 40 s earlier.");
    }

    private static Scaling scaling() {
        return new Scaling(
                BUILDERS, 7, 4, 4, 12, Duration.ofSeconds(40), Duration.ofSeconds(30), "12 tasks wait", Samples.MOMENT);
    }
}
