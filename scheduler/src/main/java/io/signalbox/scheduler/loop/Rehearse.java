package io.signalbox.scheduler.loop;

import io.signalbox.model.id.Epoch;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.decide.SchedulerCore;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads once what a take-over reads, while somebody else leads, into a memory that is thrown away: when that leader dies, the code has been compiled
 * and the store has its documents at hand. Changes nothing, and nothing depends on it.
 *
 * @param surroundings those of a take-over
 * @param isOver ends it early
 */
record Rehearse(Surroundings surroundings, BooleanSupplier isOver) implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearse.class);
    /** What more there is would be read by the same code. */
    private static final int MOST = 20_000;

    @Override
    public void run() {
        long startedAt = surroundings.time().nanoTime().getAsLong();
        try {
            int tasks = rehearse();
            Duration took = Duration.ofNanos(surroundings.time().nanoTime().getAsLong() - startedAt);
            LOG.info("Rehearsed a take-over with {} tasks within {} ms", tasks, took.toMillis());
            surroundings.listener().rehearsed(tasks, took);
        } catch (RuntimeException e) {
            LOG.warn("Failed to rehearse a take-over: {}", e.toString());
        }
    }

    private int rehearse() {
        var core = new SchedulerCore(new Epoch(0));
        var tasks = new int[1];
        var read = new ReadStore(
                surroundings.stores(),
                surroundings.time(),
                () -> isOver.getAsBoolean() || tasks[0] >= MOST,
                commands -> tasks[0] += tell(core, commands));
        read.fleet();
        read.live(UnaryOperator.identity());
        read.waiting();
        read.lost();
        read.ended();
        read.reports();
        tell(core, List.of(new Command.LoadComplete()));
        return tasks[0];
    }

    /** Says of how many tasks it was told. */
    private int tell(SchedulerCore core, List<Command> commands) {
        core.decide(commands, surroundings.time().now());
        return commands.stream()
                .mapToInt(command ->
                        command instanceof Command.TasksRead page ? page.tasks().size() : 0)
                .sum();
    }
}
