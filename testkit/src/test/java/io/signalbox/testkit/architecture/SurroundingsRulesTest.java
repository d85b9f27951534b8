package io.signalbox.testkit.architecture;

import static io.signalbox.testkit.architecture.Planted.doing;
import static io.signalbox.testkit.architecture.Planted.testSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class SurroundingsRulesTest implements PlantedFaultsContract {

    @Override
    public List<Rule> rules() {
        return SurroundingsRules.all();
    }

    @Override
    public Map<String, List<Planted>> faults() {
        return Map.of(
                "only adapters and config fetch time, randomness, environment and the common pool, or sleep",
                        Stream.concat(fetched(), harmless()).toList(),
                "tests wait for a state and never sleep",
                        List.of(
                                testSource(
                                                "package planted; class ATest { void a() throws Exception { Thread.sleep(1); } }")
                                        .found("Thread.sleep"),
                                testSource("package planted; class ATest { void a() { Thread.yield(); } }")));
    }

    private static Stream<Planted> fetched() {
        return Stream.of(
                doing("task", "return java.time.Instant.now();").found("Instant.now"),
                doing("task", "return java.time.LocalDate.now(java.time.ZoneOffset.UTC);")
                        .found("LocalDate.now"),
                doing("task", "return java.time.Clock.systemUTC();").found("Clock.systemUTC"),
                doing("task", "return java.time.InstantSource.system();").found("InstantSource.system"),
                doing("task", "return System.currentTimeMillis();").found("currentTimeMillis"),
                doing("task", "Thread.sleep(1); return 1;").found("Thread.sleep"),
                doing("task", "java.util.concurrent.TimeUnit.DAYS.sleep(1); return 1;")
                        .found("TimeUnit.sleep"),
                doing("task", "return new java.util.Random();").found("java.util.Random"),
                doing("task", "return Math.random();").found("Math.random"),
                doing("task", "return java.util.concurrent.ThreadLocalRandom.current();")
                        .found("ThreadLocalRandom"),
                doing("task", "return java.util.UUID.randomUUID();").found("UUID.randomUUID"),
                doing("task", "return System.getenv(\"HOME\");").found("System.getenv"),
                doing("task", "return java.util.concurrent.ForkJoinPool.commonPool();")
                        .found("commonPool"),
                doing("task", "return java.util.List.of().parallelStream();").found("parallelStream"),
                doing("task", "return java.util.stream.IntStream.of(1).parallel();")
                        .found("IntStream.parallel"),
                doing("task", "return java.util.concurrent.CompletableFuture.runAsync(() -> {});")
                        .found("runAsync"),
                doing("task", "java.util.function.Supplier<?> s = java.time.Instant::now; return s;")
                        .found("Instant.now"),
                doing("task", "java.util.function.Supplier<?> s = java.util.Random::new; return s;")
                        .found("java.util.Random"));
    }

    private static Stream<Planted> harmless() {
        return Stream.of(
                doing("adapter.http", "return java.time.Instant.now();"),
                doing("config", "return System.getenv();"),
                doing("task", "return java.time.LocalDate.now(java.time.Clock.fixed(null, null));"),
                doing("task", "return new java.security.SecureRandom();"),
                doing("task", "return java.util.concurrent.CompletableFuture.runAsync(() -> {}, Runnable::run);"),
                doing("task", "return java.util.Arrays.asList(1).stream().sequential();"));
    }
}
