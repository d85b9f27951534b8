package io.signalbox.scheduler.core.duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.signalbox.model.id.ProjectName;
import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.core.world.Sample;
import org.junit.jupiter.api.Test;

class DurationsTest {
    private static final ProjectName WEB = new ProjectName("web");

    private final Durations durations = new Durations();
    private final TaskTerms build = Sample.terms().project("web").tags("linux").build();
    private final TaskTerms lint = Sample.terms().project("web").tags("tiny").build();
    private final TaskTerms other = Sample.terms().project("ops").build();

    @Test
    void nothingIsKnownBeforeAnythingEnded() {
        assertThat(durations.now().of(build).isKnown()).isFalse();
        assertThat(durations.now().of(build).mean()).isZero();
    }

    @Test
    void taskTakesWhatItsLikeTookElseItsProjectElseAll() {
        durations.measure(build, 10_000);
        durations.measure(lint, 2_000);

        assertThat(durations.now().of(build).mean()).isEqualTo(10_000);
        assertThat(durations
                        .now()
                        .of(Sample.terms().project("web").tags("mac").build())
                        .mean())
                .isEqualTo(6_000);
        assertThat(durations.now().of(WEB).mean()).isEqualTo(6_000);
        assertThat(durations.now().of(other).mean()).isEqualTo(6_000);
        durations.measure(other, 100);
        assertThat(durations.now().of(other).mean()).isEqualTo(100);
    }

    @Test
    void whatIsKnownAtAMomentDoesNotChange() {
        Measured before = durations.now();
        assertThat(durations.now()).isSameAs(before);

        durations.measure(build, 10_000);
        assertThat(before.of(build).isKnown()).isFalse();
        assertThat(durations.now().of(build).mean()).isEqualTo(10_000);
    }

    @Test
    void newestTasksCount() {
        for (int n = 0; n < 32; n++) {
            durations.measure(build, 1_000);
        }
        for (int n = 0; n < 32; n++) {
            durations.measure(build, 5_000);
        }
        assertThat(durations.now().of(build).mean()).isEqualTo(5_000);
    }

    @Test
    void manyKindsAreForgottenTheLongestUnmeasuredFirst() {
        durations.measure(build, 1_000);
        for (int n = 0; n < 10_000; n++) {
            durations.measure(Sample.terms().project("web").tags("t" + n).build(), 9_000);
        }
        assertThat(durations.now().of(build).mean()).isCloseTo(9_000, within(1.0));
        assertThat(durations
                        .now()
                        .of(Sample.terms().project("web").tags("t9999").build())
                        .mean())
                .isEqualTo(9_000);
    }

    @Test
    void runningTaskGoesOnAsLongAsThoseThatTookLonger() {
        Spread spread = Spread.UNKNOWN.with(2_000).with(10_000).with(20_000);

        assertThat(spread.rest(0)).isCloseTo(32_000 / 3.0, within(0.1));
        assertThat(spread.rest(5_000)).isEqualTo(10_000);
        assertThat(spread.rest(15_000)).isEqualTo(5_000);
        assertThat(spread.rest(30_000)).isEqualTo(15_000);
    }
}
