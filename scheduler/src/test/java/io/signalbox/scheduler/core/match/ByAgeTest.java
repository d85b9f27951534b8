package io.signalbox.scheduler.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.world.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What {@link ByAge} says is what a sorted set says. */
class ByAgeTest {
    private ByAge tasks = new ByAge();
    private TreeSet<TaskEntry> sorted = new TreeSet<>(Precedence.AGE);
    private Random random = new Random(0);
    private int submitted;

    @Property(tries = 50)
    void orderAndNumbersAreThoseOfASortedSet(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5_000) int moments) {
        tasks = new ByAge();
        sorted = new TreeSet<>(Precedence.AGE);
        random = new Random(seed);
        for (int step = 0; step < 3_000; step++) {
            change(moments);
            assertThat(tasks.size()).isEqualTo(sorted.size());
            assertThat(tasks.isEmpty()).isEqualTo(sorted.isEmpty());
            TaskEntry any = task(random.nextInt(moments));
            assertThat(tasks.before(any)).isEqualTo(sorted.headSet(any).size());
            if (!sorted.isEmpty()) {
                assertThat(tasks.first()).isSameAs(sorted.first());
                assertThat(tasks.last()).isSameAs(sorted.last());
            }
        }
        for (TaskEntry task : List.copyOf(sorted)) {
            assertThat(tasks.first()).isSameAs(task);
            tasks.remove(task);
        }
        assertThat(tasks.isEmpty()).isTrue();
    }

    /** Mostly more come than go; most come last and most go first. */
    private void change(int moments) {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> add(task(moments));
            case 3, 4 -> add(task(random.nextInt(moments)));
            case 5 -> sorted.stream().findFirst().ifPresent(this::add);
            case 6, 7 -> sorted.stream().findFirst().ifPresent(this::remove);
            case 8 ->
                new ArrayList<>(sorted)
                        .stream()
                                .skip(random.nextInt(1 + sorted.size()))
                                .findFirst()
                                .ifPresent(this::remove);
            default -> remove(task(random.nextInt(moments)));
        }
    }

    private void add(TaskEntry task) {
        tasks.add(task);
        sorted.add(task);
    }

    private void remove(TaskEntry task) {
        tasks.remove(task);
        sorted.remove(task);
    }

    private TaskEntry task(int moment) {
        TaskTerms terms =
                Sample.terms().createdAt(Sample.START.plusMillis(moment)).build();
        TaskEntry task = new TaskEntry(StoredTask.inserted(Sample.task(++submitted), terms), terms);
        task.standInLine();
        return task;
    }
}
