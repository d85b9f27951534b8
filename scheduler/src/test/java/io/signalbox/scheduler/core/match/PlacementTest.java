package io.signalbox.scheduler.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.policy.PoolPolicy;
import io.signalbox.model.policy.Strategy;
import io.signalbox.scheduler.core.limit.Policies;
import io.signalbox.scheduler.core.task.TaskEntry;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which of several runners gets a task. */
class PlacementTest {
    private final Arena arena = new Arena();

    private List<String> runnersOf(int tasks) {
        return IntStream.range(0, tasks)
                .mapToObj(it -> {
                    arena.submit(Sample.terms());
                    return arena.match().getFirst().slot().runner().profile().name();
                })
                .toList();
    }

    @Test
    void spreadTakesTheLeastLoaded() {
        arena.runner("default", 2, Sample.SHELL);
        arena.runner("default", 2, Sample.SHELL);

        assertThat(runnersOf(4)).containsExactly("runner-1", "runner-2", "runner-2", "runner-1");
    }

    @Test
    void spreadSeesRunnersOfDifferentTags() {
        arena.runner("default", 2, Sample.SHELL, "linux");
        arena.runner("default", 3, Sample.SHELL, "mac");

        assertThat(runnersOf(2)).containsExactly("runner-2", "runner-1");
    }

    @Test
    void packFillsOneBeforeTheNext() {
        pack();
        arena.runner("default", 2, Sample.SHELL, "linux");
        arena.runner("default", 3, Sample.SHELL, "mac");

        assertThat(runnersOf(4)).containsExactly("runner-1", "runner-1", "runner-2", "runner-2");
    }

    @Test
    void amongEqualsTheOneThatRanTheProjectLatelyIsPreferred() {
        arena.runner("default", 1, Sample.SHELL);
        arena.runner("default", 1, Sample.SHELL);
        TaskEntry first = arena.submit(Sample.terms().project("web"));
        arena.match();
        arena.end(first);

        TaskEntry second = arena.submit(Sample.terms().project("web"));
        assertThat(arena.match().getFirst().slot().runner().profile().name()).isEqualTo("runner-1");
        arena.end(second);
        arena.submit(Sample.terms().project("app"));
        assertThat(arena.match().getFirst().slot().runner().profile().name()).isEqualTo("runner-2");
    }

    private void pack() {
        PoolPolicy pack = new PoolPolicy(Strategy.PACK, null, Duration.ofSeconds(30), 0, null);
        arena.obey(new Policies(Map.of(), Map.of(PoolName.DEFAULT, pack)));
    }
}
