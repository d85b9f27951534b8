package io.signalbox.faults.config;

import io.signalbox.faults.core.plan.FaultKind;
import io.signalbox.faults.core.plan.Schedule;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for.
 *
 * @param runs how many
 * @param seed of the first
 * @param seconds for how long each puts its load on
 * @param stores how many members the store's replica set has
 * @param only the faults of each run; empty: those of its seed
 */
record Options(int runs, long seed, int seconds, int stores, Optional<List<FaultKind>> only) {
    private static final String CALM = "none";

    /** Of a command line that is known to be well-formed. */
    static Options of(List<String> words) {
        Options options = new Options(1, 0, 30, 1, Optional.empty());
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            options = options.with(rest.next(), rest.next());
        }
        return options;
    }

    Schedule schedule(long ofSeed) {
        return only.map(kinds -> Schedule.of(ofSeed, seconds * 1000L, kinds))
                .orElseGet(() -> Schedule.of(ofSeed, seconds * 1000L));
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--runs" -> new Options(Integer.parseInt(value), seed, seconds, stores, only);
            case "--seed" -> new Options(runs, Long.parseLong(value), seconds, stores, only);
            case "--seconds" -> new Options(runs, seed, Integer.parseInt(value), stores, only);
            case "--stores" -> new Options(runs, seed, seconds, Integer.parseInt(value), only);
            case "--fault" -> new Options(runs, seed, seconds, stores, Optional.of(more(value)));
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
