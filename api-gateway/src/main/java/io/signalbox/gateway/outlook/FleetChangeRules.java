package io.signalbox.gateway.outlook;

import io.signalbox.model.outlook.FleetChange;
import io.signalbox.model.outlook.FleetChange.Addition;
import io.signalbox.model.rule.Violation;
import java.util.ArrayList;
import java.util.List;

/** What can be asked at once, so that an answer stays small and is soon there. */
final class FleetChangeRules {
    private static final int MOST_DRAINED = 100;
    private static final int MOST_ADDITIONS = 20;
    private static final int MOST_RUNNERS = 1_000;
    private static final int MOST_SLOTS = 1_000;
    private static final int MOST_TAGS = 64;

    private FleetChangeRules() {}

    static List<Violation> violations(FleetChange change) {
        List<Violation> found = new ArrayList<>();
        check(found, !change.drain().isEmpty() || !change.add().isEmpty(), "", "must name runners to drain or to add");
        check(found, change.drain().size() <= MOST_DRAINED, "/drain", "must name at most " + MOST_DRAINED);
        check(found, change.add().size() <= MOST_ADDITIONS, "/add", "must name at most " + MOST_ADDITIONS);
        for (int i = 0; i < change.add().size(); i++) {
            check(found, change.add().get(i), "/add/" + i);
        }
        return found;
    }

    private static void check(List<Violation> found, Addition addition, String at) {
        check(found, addition.pool() != null, at + "/pool", "is required");
        check(
                found,
                addition.runners() >= 1 && addition.runners() <= MOST_RUNNERS,
                at + "/runners",
                "must be from 1 to " + MOST_RUNNERS);
        Integer slots = addition.slots();
        check(
                found,
                slots == null || (slots >= 1 && slots <= MOST_SLOTS),
                at + "/slots",
                "must be from 1 to " + MOST_SLOTS);
        check(
                found,
                addition.tags() == null || addition.tags().size() <= MOST_TAGS,
                at + "/tags",
                "must be at most " + MOST_TAGS);
    }

    private static void check(List<Violation> found, boolean holds, String pointer, String expected) {
        if (!holds) {
            found.add(new Violation(pointer, expected));
        }
    }
}
