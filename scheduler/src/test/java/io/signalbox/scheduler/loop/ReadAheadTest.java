package io.signalbox.scheduler.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.core.task.StoredTask;
import io.signalbox.scheduler.core.world.Sample;
import io.signalbox.scheduler.loop.leadership.Term;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    private final Term term = new Term(new Epoch(1), Duration.ofMinutes(1), () -> 0, 0);
    private final ReadAhead pages = new ReadAhead(term::isOver, 2);
    private final List<List<TaskId>> taken = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    /** Tasks 1 to 5. */
    private synchronized List<StoredTask> page(@Nullable TaskId after, int limit) {
        asked.add(String.valueOf(after));
        return IntStream.rangeClosed(1, 5)
                .mapToObj(task ->
                        StoredTask.inserted(Sample.task(task), Sample.terms().build()))
                .filter(task -> after == null || task.id().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    private void take(List<StoredTask> page) {
        taken.add(page.stream().map(StoredTask::id).toList());
    }

    @Test
    void everyPageIsTakenInOrderAndOnce() {
        assertThat(pages.all(this::page, this::take)).isEqualTo(5);

        assertThat(taken)
                .containsExactly(
                        List.of(Sample.task(1), Sample.task(2)),
                        List.of(Sample.task(3), Sample.task(4)),
                        List.of(Sample.task(5)));
        assertThat(asked)
                .containsExactly("null", Sample.task(2).value(), Sample.task(4).value());
    }

    @Test
    void nextPageIsReadWhileTheOneBeforeIsTaken() {
        var reading = new CountDownLatch(1);
        List<Boolean> met = new ArrayList<>();

        pages.all(
                (after, limit) -> {
                    if (after != null) {
                        reading.countDown();
                    }
                    return page(after, limit);
                },
                page -> met.add(await(reading)));

        assertThat(met).containsOnly(true);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void pageThatCannotBeReadIsAFailureOfAll() {
        assertThatThrownBy(() -> pages.all(
                        (after, limit) -> {
                            if (after != null) {
                                throw new IllegalStateException("the store is away");
                            }
                            return page(after, limit);
                        },
                        this::take))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the store is away");
    }

    @Test
    void nothingIsTakenAnyMoreWhenTheTermIsOver() {
        int read = pages.all(this::page, page -> {
            take(page);
            term.end();
        });

        assertThat(read).isEqualTo(2);
        assertThat(taken).hasSize(1);
    }
}
