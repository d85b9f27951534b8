package io.signalbox.bench.adapter.load;

import io.signalbox.bench.measure.Figure;
import io.signalbox.bench.measure.Spread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * Callers each of which asks again as soon as it was answered.
 *
 * @param count how many there are
 * @param warmUp not measured, first
 * @param duration measured
 */
public record Callers(int count, Duration warmUp, Duration duration) {

    /** How many answers they got, and how long each took; {@code call} gets the caller's number. A call that fails ends the measurement. */
    String measure(String what, IntConsumer call) throws InterruptedException {
        long begin = System.nanoTime() + warmUp.toNanos();
        long end = begin + duration.toNanos();
        List<Future<List<Double>>> callers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int caller = i;
                callers.add(threads.submit(() -> millis(() -> call.accept(caller), begin, end)));
            }
        }
        List<Double> all = new ArrayList<>();
        for (Future<List<Double>> caller : callers) {
            all.addAll(taken(what, caller));
        }
        Spread spread = Spread.of(all.stream().mapToDouble(Double::doubleValue));
        String meaning = String.format(
                Locale.ROOT,
                "requests/s, %.1f ms p50, %.1f ms p99, %.1f ms most, %d at once: %s",
                spread.percentile(0.5),
                spread.percentile(0.99),
                spread.most(),
                count,
                what);
        return new Figure("api", spread.count() * 1e9 / duration.toNanos(), meaning).toString();
    }

    private static List<Double> millis(Runnable call, long begin, long end) {
        List<Double> taken = new ArrayList<>();
        for (long sent = System.nanoTime(); sent < end; sent = System.nanoTime()) {
            call.run();
            long answered = System.nanoTime();
            if (sent >= begin && answered <= end) {
                taken.add((answered - sent) / 1e6);
            }
        }
        return taken;
    }

    private static List<Double> taken(String what, Future<List<Double>> caller) throws InterruptedException {
        try {
            return caller.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot measure: " + what, e.getCause());
        }
    }
}
