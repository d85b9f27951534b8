package io.signalbox.scheduler.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private final Deadlines<Due> deadlines = new Deadlines<>();

    private static final class Due extends Deadlines.Entry {
        private long at = Long.MAX_VALUE;
    }

    @Test
    void earliestComesFirstAndOnlyWhenItIsDue() {
        Due late = new Due();
        Due early = new Due();
        deadlines.set(late, 20);
        deadlines.set(early, 10);

        assertThat(deadlines.poll(9)).isNull();
        assertThat(deadlines.poll(20)).isSameAs(early);
        assertThat(deadlines.poll(20)).isSameAs(late);
        assertThat(deadlines.poll(20)).isNull();
    }

    @Test
    void clearedEntryNeverComes() {
        Due due = new Due();
        deadlines.set(due, 1);
        deadlines.clear(due);
        deadlines.clear(due);

        assertThat(deadlines.poll(5)).isNull();
        assertThat(deadlines.size()).isZero();
    }

    @Test
    void changingAndRemovingKeepsTheOrder() {
        SplittableRandom random = new SplittableRandom(7);
        List<Due> all = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Due due = new Due();
            all.add(due);
            move(due, random.nextLong(1_000));
        }
        for (int i = 0; i < 5_000; i++) {
            Due due = all.get(random.nextInt(all.size()));
            if (random.nextInt(3) == 0) {
                due.at = Long.MAX_VALUE;
                deadlines.clear(due);
            } else {
                move(due, random.nextLong(1_000));
            }
        }

        List<Long> expected = all.stream()
                .map(due -> due.at)
                .filter(at -> at != Long.MAX_VALUE)
                .sorted(Comparator.naturalOrder())
                .toList();
        assertThat(drain()).isEqualTo(expected);
    }

    private void move(Due due, long at) {
        due.at = at;
        deadlines.set(due, at);
    }

    private List<Long> drain() {
        List<Long> found = new ArrayList<>();
        for (Due due = deadlines.poll(2_000); due != null; due = deadlines.poll(2_000)) {
            found.add(due.at);
        }
        return found;
    }
}
