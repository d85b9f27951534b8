package io.signalbox.corebench.load;

import io.signalbox.model.task.Explanation;
import io.signalbox.scheduler.core.explain.Explain;
import io.signalbox.scheduler.core.view.Inquiry;
import io.signalbox.scheduler.core.view.Snapshot;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** An explanation of the task that came last, each after so many decisions that memory has changed: the loop's part of it, and all of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ExplainBenchmark {
    private static final int SLOTS = 10_000;
    private static final int WAITING = 100_000;
    private static final int DECISIONS = 500;

    private @Nullable BusyLeader filled;

    /** Fills slots and queue. */
    @Setup
    public void fill() {
        filled = new BusyLeader(SLOTS, WAITING);
    }

    /** Half a second of a busy system passes between two explanations. */
    @Setup(Level.Invocation)
    public void goOn() {
        leader().goOn(DECISIONS);
    }

    /** What the loop copies. */
    @Benchmark
    public Copied copying() {
        return new Copied(leader().snapshot(), leader().inquiry());
    }

    /** What the loop copies, and what is made of it beside the loop. */
    @Benchmark
    public Explanation explaining() {
        Copied copied = copying();
        return Explain.waiting(copied.snapshot, copied.inquiry);
    }

    private BusyLeader leader() {
        return Objects.requireNonNull(filled);
    }

    /**
     * What an explanation is made of.
     *
     * @param snapshot of memory
     * @param inquiry about the task
     */
    public record Copied(Snapshot snapshot, Inquiry inquiry) {}
}
