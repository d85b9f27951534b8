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
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Both halves of an explanation: what the loop copies, and what is made of the copy beside it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ExplainBenchmark {
    private static final int SLOTS = 10_000;
    private static final int WAITING = 100_000;

    private @Nullable BusyLeader leader;
    private @Nullable Snapshot snapshot;
    private @Nullable Inquiry inquiry;

    /** Fills slots and queue. */
    @Setup
    public void fill() {
        BusyLeader filled = new BusyLeader(SLOTS, WAITING);
        leader = filled;
        snapshot = filled.snapshot();
        inquiry = filled.inquiry();
    }

    /** What the loop does for a question. */
    @Benchmark
    public Snapshot copy() {
        return Objects.requireNonNull(leader).snapshot();
    }

    /** What is done beside the loop. */
    @Benchmark
    public Explanation explain() {
        return Explain.waiting(Objects.requireNonNull(snapshot), Objects.requireNonNull(inquiry));
    }
}
