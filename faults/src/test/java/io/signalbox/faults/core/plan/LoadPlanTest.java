package io.signalbox.faults.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.faults.core.plan.Submission.Manner;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadPlanTest {
    private static final List<Submission> LOAD = LoadPlan.of(3, 30_000, 4);

    @Test
    void sameSeedIsTheSameLoad() {
        assertThat(LoadPlan.of(3, 30_000, 4)).isEqualTo(LOAD);
        assertThat(LoadPlan.of(4, 30_000, 4)).isNotEqualTo(LOAD);
    }

    @Test
    void loadIsAboutAsDenseAsItWasAskedFor() {
        assertThat(LOAD.size()).isBetween(80, 160);
        assertThat(LOAD.getLast().atMillis()).isBetween(25_000L, 30_000L);
    }

    @Test
    void everyKindOfTaskIsInIt() {
        assertThat(LOAD.stream().map(Submission::manner))
                .containsAll(EnumSet.complementOf(EnumSet.of(Manner.INSISTENT)));
        assertThat(LOAD).anyMatch(task -> task.plan().script().lines() >= 500);
        assertThat(LOAD).anyMatch(task -> task.plan().script().lines() * task.pauseMillis() > 5_000);
        assertThat(LOAD).anyMatch(task -> task.plan().script().exitCode() != 0);
        assertThat(LOAD).anyMatch(task -> task.plan().allowance().tries() > 1);
        assertThat(LOAD).anyMatch(task -> task.plan().allowance().timesOut());
        assertThat(LOAD).anyMatch(task -> task.plan().allowance().requeues() == 0);
        assertThat(LOAD).anyMatch(task -> task.plan().allowance().requeues() > 0);
        assertThat(LOAD).anyMatch(task -> task.plan().key() != null);
    }

    @Test
    void everyTaskFitsSomeRunner() {
        assertThat(LOAD)
                .allMatch(task -> Site.RUNNERS.stream()
                        .anyMatch(runner ->
                                Site.tagsOf(runner).containsAll(task.plan().tags())));
        assertThat(Arrays.stream(LOAD.toArray())).doesNotHaveDuplicates();
    }
}
