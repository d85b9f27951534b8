package io.signalbox.faults.core.check;

import io.signalbox.faults.core.history.History;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides the invariants I1 to I7 for a whole history. */
public final class Checker {
    private static final Map<String, Check> INVARIANTS = invariants();

    private Checker() {}

    /** Everything that did not hold; empty when all was well. */
    public static List<Violation> violations(History history) {
        return INVARIANTS.entrySet().stream()
                .flatMap(each -> each.getValue().wrongsIn(history).map(what -> new Violation(each.getKey(), what)))
                .toList();
    }

    private static Map<String, Check> invariants() {
        Map<String, Check> all = new LinkedHashMap<>();
        all.put("I1", new EveryTaskEnds());
        all.put("I2", new OneAttemptAtATime());
        all.put("I3", new WholeLogs());
        all.put("I4", new OneEnd());
        all.put("I5", new FittingRunners());
        all.put("I6", new FreeSlots());
        all.put("I7", new OneTaskForAKey());
        return all;
    }
}
