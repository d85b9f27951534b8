package io.signalbox.faults.config;

import io.signalbox.faults.core.crash.CrashPoint;
import io.signalbox.faults.core.crash.CrashPoints;
import io.signalbox.faults.core.plan.FaultKind;
import io.signalbox.faults.core.plan.Schedule;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for.
 *
 * @param wanted how many runs; empty: one, or none where there are crash points
 * @param seed of the first
 * @param seconds for how long each puts its load on
 * @param stores how many members the store's replica set has
 * @param brokers how many nodes the broker's cluster has
 * @param upgrade whether everything becomes the present version, from an earlier one, and then that again, instead of faults
 * @param only the faults of each run; empty: those of its seed
 * @param points at which programs are killed, each once, after the runs
 */
record Options(
        Optional<Integer> wanted,
        long seed,
        int seconds,
        int stores,
        int brokers,
        boolean upgrade,
        Optional<List<FaultKind>> only,
        List<CrashPoint> points) {
    private static final String CALM = "none";

    /** Of a command line that is known to be well-formed. */
    static Options of(List<String> words) {
        Options options = new Options(Optional.empty(), 0, 30, 1, 1, false, Optional.empty(), List.of());
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            options = options.with(rest.next(), rest.next());
        }
        return options;
    }

    int runs() {
        return wanted.orElse(points.isEmpty() && !upgrade ? 1 : 0);
    }

    Schedule schedule(long ofSeed) {
        return only.map(kinds -> Schedule.of(ofSeed, seconds * 1000L, kinds))
                .orElseGet(() -> Schedule.of(ofSeed, seconds * 1000L));
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--runs" ->
                new Options(
                        Optional.of(Integer.parseInt(value)), seed, seconds, stores, brokers, upgrade, only, points);
            case "--seed" ->
                new Options(wanted, Long.parseLong(value), seconds, stores, brokers, upgrade, only, points);
            case "--seconds" ->
                new Options(wanted, seed, Integer.parseInt(value), stores, brokers, upgrade, only, points);
            case "--stores" ->
                new Options(wanted, seed, seconds, Integer.parseInt(value), brokers, upgrade, only, points);
            case "--brokers" ->
                new Options(wanted, seed, seconds, stores, Integer.parseInt(value), upgrade, only, points);
            case "--upgrade" ->
                new Options(wanted, seed, seconds, stores, brokers, Boolean.parseBoolean(value), only, points);
            case "--fault" ->
                new Options(wanted, seed, seconds, stores, brokers, upgrade, Optional.of(more(value)), points);
            case "--crash-points" ->
                new Options(wanted, seed, seconds, stores, brokers, upgrade, only, CrashPoints.of(value));
            default -> throw new IllegalArgumentException("unknown option " + name);
        };
    }

    private List<FaultKind> more(String fault) {
        List<FaultKind> faults = new ArrayList<>(only.orElse(List.of()));
        if (!fault.equals(CALM)) {
            faults.add(FaultKind.of(fault));
        }
        return List.copyOf(faults);
    }
}
