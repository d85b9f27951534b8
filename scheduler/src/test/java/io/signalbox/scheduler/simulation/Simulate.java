package io.signalbox.scheduler.simulation;

import io.signalbox.scheduler.simulation.check.Tally;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;

/** {@code bin/simulate}: runs many histories, and shows the first that violates something as short as it can be. */
public final class Simulate {
    private static final int SHOWN = 3;

    private final PrintStream out;

    Simulate(PrintStream out) {
        this.out = out;
    }

    /** Runs from a command line; the exit status says whether something was violated. */
    public static void main(String[] arguments) {
        int violations = new Simulate(System.out).run(Arrays.asList(arguments));
        System.exit(violations > 0 ? 1 : 0);
    }

    int run(List<String> arguments) {
        if (arguments.contains("--list-faults")) {
            Arrays.stream(Fault.values())
                    .filter(fault -> fault != Fault.NONE)
                    .forEach(fault -> out.printf("%-32s %-4s %s%n", name(fault), fault.rule(), fault.description()));
            return 0;
        }
        int runs = Integer.parseInt(option(arguments, "--runs").orElse("1000"));
        long seed = Long.parseLong(option(arguments, "--seed").orElse("0"));
        Fault fault = option(arguments, "--plant").map(Simulate::fault).orElse(Fault.NONE);
        return run(runs, seed, fault);
    }

    private int run(int runs, long first, Fault fault) {
        AtomicInteger shown = new AtomicInteger();
        AtomicReference<Tally> seen = new AtomicReference<>(Tally.NONE);
        long violations = LongStream.range(first, first + runs)
                .parallel()
                .filter(seed -> violates(seed, fault, shown, seen))
                .count();
        out.println("While faults went on: " + seen.get());
        out.printf("%d runs, %d violations%n", runs, violations);
        return Math.toIntExact(violations);
    }

    private boolean violates(long seed, Fault fault, AtomicInteger shown, AtomicReference<Tally> seen) {
        Run run = Run.of(seed, fault);
        Run.Outcome outcome = run.outcome();
        seen.accumulateAndGet(outcome.checker().tally(), Tally::plus);
        boolean violates = outcome.violation().isPresent();
        if (violates && shown.incrementAndGet() <= SHOWN) {
            show(seed, run.shrunk());
        }
        return violates;
    }

    private synchronized void show(long seed, Run run) {
        out.printf(
                "seed %d violates; the shortest history found has %d steps:%n",
                seed, run.steps().size());
        run.story().forEach(line -> out.println("  " + line));
    }

    private static Optional<String> option(List<String> arguments, String name) {
        int at = arguments.indexOf(name);
        return at < 0 || at + 1 == arguments.size() ? Optional.empty() : Optional.of(arguments.get(at + 1));
    }

    private static Fault fault(String name) {
        return Fault.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    static String name(Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
