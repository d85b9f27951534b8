package io.signalbox.scheduler.core.judge;

import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.draft.Batch;
import io.signalbox.scheduler.core.runner.Fleet;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.runner.Slot;
import io.signalbox.scheduler.core.standing.Reputation;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.task.TaskStatus.Running;
import java.time.Duration;
import java.util.function.Consumer;

/** What the end of each attempt says about its runner. What was canceled or lost says nothing. */
public final class JudgeRunners {
    private final Fleet fleet;
    private final Consumer<Slot> review;

    /**
     * Judges the runners of {@code fleet}.
     *
     * @param review looks anew at whether a slot can be used
     */
    public JudgeRunners(Fleet fleet, Consumer<Slot> review) {
        this.fleet = fleet;
        this.review = review;
    }

    /** An attempt of the task ended in this state. */
    public void by(Batch batch, Running running, TaskEntry task, TaskState end) {
        Runner runner = fleet.runner(running.attempt().slot().runner());
        if (runner == null || end == TaskState.CANCELED || end == TaskState.LOST) {
            return;
        }
        Reputation reputation = runner.reputation();
        Duration took = Duration.between(running.startedAt(), batch.now().stamp());
        boolean atOnce = end == TaskState.FAILED && took.compareTo(Reputation.AT_ONCE) <= 0;
        boolean changed = atOnce
                ? reputation.failedAtOnce(task.terms().project(), batch.now().monotonicMillis())
                : reputation.worked();
        if (changed) {
            runner.slots().forEach(review);
            batch.want(new Effect.RunnerJudged(
                    runner.id(),
                    runner.profile().name(),
                    runner.profile().pool(),
                    runner.generation(),
                    atOnce ? why(reputation) : null));
        }
    }

    private static String why(Reputation reputation) {
        return "it failed %d tasks of different projects within seconds of their start".formatted(reputation.failed());
    }
}
