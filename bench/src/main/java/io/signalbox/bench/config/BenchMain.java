package io.signalbox.bench.config;

import io.signalbox.bench.adapter.growth.Growth;
import io.signalbox.bench.adapter.http.Installation;
import io.signalbox.bench.adapter.load.Api;
import io.signalbox.bench.adapter.load.Callers;
import io.signalbox.bench.adapter.load.Idle;
import io.signalbox.bench.adapter.load.Load;
import io.signalbox.bench.adapter.load.Logs;
import io.signalbox.bench.adapter.load.Overload;
import io.signalbox.bench.adapter.load.Pickup;
import io.signalbox.bench.adapter.load.Soak;
import io.signalbox.bench.adapter.load.Throughput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/** {@code BenchMain api|growth|idle|logs|overload|pickup|soak|throughput HOME}: measures an installation that runs, and prints each figure on a line of its own. */
public final class BenchMain {
    private static final String STORE = "SIGNALBOX_MONGODB_URI";
    private static final Duration WARM_UP = time("WARM_UP", 60);

    private BenchMain() {}

    /** Ends with 0 when everything could be measured. */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 2) {
            System.err.println("usage: BenchMain api|growth|idle|logs|overload|pickup|soak|throughput HOME");
            System.exit(2);
        }
        Load load = load(arguments[0]);
        for (String figure : load.run(new Installation(Path.of(arguments[1])))) {
            System.out.println(figure);
        }
        System.exit(0);
    }

    private static Load load(String name) {
        return switch (name) {
            case "api" ->
                new Api(
                        number("TASKS", 1_000_000),
                        number("LOG_MEGABYTES", 10) * 1_000_000L,
                        new Callers(number("CALLERS", 16), time("API_WARM_UP", 3), time("DURATION", 10)),
                        store());
            case "growth" ->
                new Growth(
                        number("SLOTS", 64),
                        WARM_UP,
                        time("DURATION", 20),
                        Path.of(Objects.requireNonNull(System.getenv("BENCH_PLOTS"), "BENCH_PLOTS is not set")),
                        store());
            case "idle" -> new Idle(number("RUNNERS", 10_000), number("BUSY", 50), WARM_UP, time("DURATION", 60));
            case "logs" -> new Logs(number("LOG_MEGABYTES", 1000) * 1_000_000L, number("LOG_TASKS", 50));
            case "overload" ->
                new Overload(number("SLOTS", 256), number("RATE", 1500), Duration.ofSeconds(10), time("DURATION", 60));
            case "pickup" -> new Pickup(number("RATE", 100), throughput(Duration.ZERO, WARM_UP), time("DURATION", 30));
            case "soak" -> new Soak(number("RATE", 200), number("SLOTS", 256), time("DURATION", 1800), store());
            case "throughput" -> throughput(WARM_UP, time("DURATION", 30));
            default ->
                throw new IllegalArgumentException("Cannot measure '" + name
                        + "': api, growth, idle, logs, overload, pickup, soak and throughput are known");
        };
    }

    private static String store() {
        return Objects.requireNonNull(System.getenv(STORE), STORE + " is not set");
    }

    private static Throughput throughput(Duration warmUp, Duration duration) {
        return new Throughput(number("SLOTS", 256), number("ON_THE_WAY", 1000), 1, warmUp, duration);
    }

    private static Duration time(String name, int usual) {
        return Duration.ofSeconds(number(name, usual));
    }

    private static int number(String name, int usual) {
        String value = System.getenv("BENCH_" + name);
        return value == null ? usual : Integer.parseInt(value);
    }
}
