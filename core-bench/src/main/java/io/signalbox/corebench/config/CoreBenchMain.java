package io.signalbox.corebench.config;

import io.signalbox.corebench.load.Backlog;
import io.signalbox.corebench.load.ExplainBenchmark;
import io.signalbox.corebench.load.MatchBenchmark;
import java.util.Collection;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures the core's decisions and prints each figure on a line of its own. */
public final class CoreBenchMain {
    private static final int WAITING = 1_000_000;
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private CoreBenchMain() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(MatchBenchmark.class.getSimpleName())
                .forks(1)
                .jvmArgsAppend("-Xms2g", "-Xmx2g")
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(5))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(5))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .build();
        double decisions = match(new Runner(options).run());
        memory();
        explain();
        print("%.0f decisions/s".formatted(decisions));
    }

    /** Prints the matcher's figures; says how many decisions it makes in a second. */
    private static double match(Collection<RunResult> results) {
        double few = 0;
        double many = 0;
        for (RunResult result : results) {
            double rate = result.getPrimaryResult().getScore();
            String waiting = result.getParams().getParam("waiting");
            if (waiting.equals("100000")) {
                many = rate;
            } else {
                few = rate;
            }
            Result<?> allocated =
                    Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED), ALLOCATED);
            print("core %s waiting: %.0f ± %.0f per second, %.0f bytes allocated per decision"
                    .formatted(waiting, rate, result.getPrimaryResult().getScoreError(), allocated.getScore()));
        }
        print("core growth per decision from 1000 to 100000 waiting: %.2f times".formatted(few / many));
        return many;
    }

    private static void explain() throws RunnerException {
        Options options = new OptionsBuilder()
                .include(ExplainBenchmark.class.getSimpleName())
                .forks(1)
                .jvmArgsAppend("-Xms2g", "-Xmx2g")
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(3))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(2))
                .verbosity(VerboseMode.SILENT)
                .build();
        for (RunResult result : new Runner(options).run()) {
            print("core %s, 100000 waiting, 10000 slots: %.2f ± %.2f ms"
                    .formatted(
                            result.getPrimaryResult().getLabel(),
                            result.getPrimaryResult().getScore() / 1_000,
                            result.getPrimaryResult().getScoreError() / 1_000));
        }
    }

    private static void memory() {
        long before = used();
        Backlog backlog = new Backlog(WAITING);
        long bytes = used() - before;
        print("core %d waiting tasks in epoch %s: %d MB of heap, %d bytes each"
                .formatted(WAITING, backlog.core().epoch(), bytes / 1_000_000, bytes / WAITING));
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @SuppressWarnings("SystemOut") // the figures are the output
    private static void print(String line) {
        System.out.println(line);
    }
}
