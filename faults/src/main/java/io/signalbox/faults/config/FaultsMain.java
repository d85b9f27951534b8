package io.signalbox.faults.config;

import io.signalbox.faults.adapter.lines.HistoryFolder;
import io.signalbox.faults.adapter.process.Cluster;
import io.signalbox.faults.adapter.process.Programs;
import io.signalbox.faults.adapter.strike.Striker;
import io.signalbox.faults.core.check.Checker;
import io.signalbox.faults.core.check.Violation;
import io.signalbox.faults.core.crash.CrashPoint;
import io.signalbox.faults.core.plan.FaultKind;
import io.signalbox.faults.core.plan.Schedule;
import io.signalbox.faults.core.plan.Strike;
import io.signalbox.faults.core.plan.Version;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code FaultsMain list}, {@code FaultsMain check FOLDER} and {@code FaultsMain run FOLDER [OPTION VALUE]…}. */
public final class FaultsMain {
    private FaultsMain() {}

    /** Ends with 1 when something was violated. */
    public static void main(String[] arguments) throws InterruptedException {
        List<String> words = Arrays.asList(arguments);
        long violations = switch (words.getFirst()) {
            case "list" -> list();
            case "check" -> check(Path.of(words.get(1)));
            default -> run(Path.of(words.get(1)), options(words.subList(2, words.size())));
        };
        System.exit(violations > 0 ? 1 : 0);
    }

    private static Options options(List<String> words) {
        try {
            return Options.of(words);
        } catch (IllegalArgumentException e) {
            System.err.println("bin/faults: " + e.getMessage());
            System.exit(2);
            throw e;
        }
    }

    private static long list() {
        for (FaultKind kind : FaultKind.values()) {
            System.out.printf("%-16s %s%n", kind.wire(), kind.description());
        }
        System.out.println();
        for (CrashPoint point : CrashPoint.values()) {
            System.out.printf("%-22s %s%n", point.wire(), point.moment());
        }
        return 0;
    }

    private static long check(Path folder) {
        List<Violation> violations = Checker.violations(new HistoryFolder(folder).read());
        violations.forEach(System.out::println);
        System.out.printf("%d violations%n", violations.size());
        return violations.size();
    }

    private static long run(Path folder, Options options) throws InterruptedException {
        long violations = 0;
        try (Cluster cluster = Cluster.in(folder, versions(options), options.stores(), options.brokers())) {
            if (options.upgrade()) {
                violations += upgrade(cluster, folder, options, options.seed(), Version.PRESENT);
                violations += upgrade(cluster, folder, options, options.seed() + 1, Version.EARLIER);
            }
            for (long seed = options.seed(); seed < options.seed() + options.runs(); seed++) {
                violations += run(cluster, folder, options, seed);
            }
            for (CrashPoint point : options.points()) {
                violations += crash(cluster, folder, point);
            }
        }
        if (options.upgrade()) {
            System.out.println("2 changes of version");
        }
        if (!options.points().isEmpty()) {
            System.out.printf("%d crash points%n", options.points().size());
        }
        System.out.printf("%d runs, %d violations%n", options.runs(), violations);
        return violations;
    }

    private static long run(Cluster cluster, Path folder, Options options, long seed) throws InterruptedException {
        Schedule schedule = options.schedule(seed);
        List<Strike> impossible = new Striker(cluster).impossible(schedule);
        impossible.forEach(strike -> skip(seed, strike));
        Outcome outcome = new FaultRun(cluster, folder, seed).run(seed, options.seconds(), schedule);
        outcome.troubles().forEach(System.out::println);
        System.out.printf(
                "seed %d: %s; %s; %d violations%n",
                seed,
                schedule.strikes().stream()
                        .filter(strike -> !impossible.contains(strike))
                        .map(Strike::toString)
                        .collect(Collectors.joining(" ")),
                outcome.summary(),
                outcome.violations().size());
        outcome.violations().forEach(violation -> System.out.println("  " + violation));
        return outcome.violations().size();
    }

    private static long upgrade(Cluster cluster, Path folder, Options options, long seed, Version to)
            throws InterruptedException {
        Outcome outcome = new UpgradeRun(cluster, folder, to).run(seed, options.seconds());
        System.out.printf(
                "to the %s version: %s; %d violations%n",
                UpgradeRun.name(to), outcome.summary(), outcome.violations().size());
        outcome.violations().forEach(violation -> System.out.println("  " + violation));
        return outcome.violations().size();
    }

    private static long crash(Cluster cluster, Path folder, CrashPoint point) throws InterruptedException {
        Outcome outcome = new CrashRun(cluster, folder, point).run();
        System.out.printf(
                "%s: %s; %d violations%n",
                point.wire(), outcome.summary(), outcome.violations().size());
        outcome.violations().forEach(violation -> System.out.println("  " + violation));
        return outcome.violations().size();
    }

    private static void skip(long seed, Strike strike) {
        String why =
                "seed %d: %s cannot be done here: full-disk and full-store need root and mount, full-store one store, wrong-clock libfaketime, a line to the store one that is alone"
                        .formatted(seed, strike);
        if (Boolean.parseBoolean(System.getenv("REQUIRE_INFRA"))) {
            throw new IllegalStateException(why + ", and REQUIRE_INFRA=true");
        }
        System.out.println(why + "; it is skipped");
    }

    private static Map<Version, Programs> versions(Options options) {
        Programs present = programs("");
        return options.upgrade()
                ? Map.of(Version.PRESENT, present, Version.EARLIER, programs("EARLIER_"))
                : Map.of(Version.PRESENT, present);
    }

    private static Programs programs(String which) {
        return new Programs(words(which + "GATEWAY"), words(which + "SCHEDULER"), words(which + "RUNNER"));
    }

    private static List<String> words(String program) {
        String lines = System.getenv("FAULTS_" + program);
        if (lines == null) {
            throw new IllegalArgumentException("FAULTS_" + program + " is not set: bin/faults does");
        }
        return lines.lines().toList();
    }
}
