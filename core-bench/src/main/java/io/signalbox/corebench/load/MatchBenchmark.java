package io.signalbox.corebench.load;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One operation: a task ends, another is submitted, and the freed slot gets the task that goes first. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class MatchBenchmark {
    private static final int SLOTS = 10_000;

    /** How many tasks wait. */
    @Param({"1000", "100000"})
    public int waiting;

    private Stream stream = new Stream(0, 0);

    /** Fills slots and queue. */
    @Setup
    public void fill() {
        stream = new Stream(SLOTS, waiting);
    }

    /** Says how many decisions there have been, so that none is optimised away. */
    @Benchmark
    public long decide() {
        return stream.step();
    }
}
