package io.signalbox.scheduler.loop.batch;

import static io.signalbox.scheduler.core.world.Sample.task;
import static io.signalbox.scheduler.core.world.Sample.terms;
import static io.signalbox.scheduler.world.Changes.assign;
import static io.signalbox.scheduler.world.Changes.lose;
import static io.signalbox.scheduler.world.Changes.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.Epoch;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.testkit.time.ManualClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DropOutdatedTest {

    private final ManualClock clock = ManualClock.started();
    private final InMemoryTaskStore tasks = new InMemoryTaskStore();
    private final DropOutdated outdated = new DropOutdated(clock::nanoTime);

    @Test
    void readingFromBeforeTheEndDoesNotBringATaskBack() {
        List<StoredTask> early = endAfterReading();

        assertThat(outdated.from(List.of(new Command.TasksRead(early))))
                .containsExactly(new Command.TasksRead(List.of()));
        assertThat(outdated.from(List.of(new Command.TasksAnswered(early, List.of()))))
                .containsExactly(new Command.TasksAnswered(List.of(), List.of()));
    }

    @Test
    void readingOfTheEndItselfIsKept() {
        endAfterReading();
        var now = List.<Command>of(new Command.TasksRead(tasks.read(List.of(task(1)))));

        assertThat(outdated.from(now)).isEqualTo(now);
    }

    @Test
    void endsAreForgottenWhenNoReadingCanBeOnItsWay() {
        List<StoredTask> early = endAfterReading();
        clock.advance(Duration.ofMinutes(3));
        outdated.committed(List.of());
        var late = List.<Command>of(new Command.TasksRead(early));

        assertThat(outdated.from(late)).isEqualTo(late);
    }

    private List<StoredTask> endAfterReading() {
        tasks.insert(task(1), terms().build());
        var mark = new CommitMark(new Epoch(1), 1);
        tasks.commit(mark, List.of(assign(task(1), 0, 1)));
        tasks.commit(mark, List.of(run(task(1), 1, 1)));
        List<StoredTask> early = tasks.read(List.of(task(1)));
        var end = List.of(lose(task(1), 2, 1));
        tasks.commit(mark, end);
        outdated.committed(end);
        return early;
    }
}
