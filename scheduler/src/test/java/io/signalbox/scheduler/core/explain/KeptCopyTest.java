package io.signalbox.scheduler.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.task.Explanation;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A core that was asked all along tells of what it has kept; one that is asked for the first time looks at everything. Both say the same. */
class KeptCopyTest {
    private static final int LONGEST = 120;

    @Property(tries = 300)
    void whoWasAskedAllAlongExplainsAsWhoIsAskedForTheFirstTime(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = LONGEST) int steps) {
        Bustle kept = new Bustle(seed);
        Bustle fresh = new Bustle(seed);
        for (int step = 0; step < steps; step++) {
            kept.step();
            kept.explanations();
            fresh.step();
        }
        assertThat(kept.explanations()).isEqualTo(fresh.explanations());
    }

    /** Histories in which everybody is told the same would agree whatever is kept. */
    @Test
    void historiesMeetNearlyEveryCause() {
        Set<String> met = new TreeSet<>();
        for (long seed = 0; seed < 100; seed++) {
            Bustle bustle = new Bustle(seed);
            for (int step = 0; step < LONGEST; step++) {
                bustle.step();
            }
            bustle.explanations().stream()
                    .flatMap(told -> told.causes().stream())
                    .map(Explanation.Cause::code)
                    .forEach(met::add);
        }
        assertThat(met)
                .contains(
                        "busy",
                        "concurrency_key",
                        "draining",
                        "gone",
                        "not_before",
                        "other_pool",
                        "paused",
                        "pool_cap",
                        "project_cap",
                        "project_not_served",
                        "tag_excluded",
                        "tag_missing",
                        "unready");
    }
}
