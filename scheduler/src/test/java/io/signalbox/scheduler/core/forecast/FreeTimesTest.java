package io.signalbox.scheduler.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.signalbox.scheduler.core.duration.Spread;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreeTimesTest {

    private static Mix mix(double tasks, long... millis) {
        Spread spread = Spread.UNKNOWN;
        for (long each : millis) {
            spread = spread.with(each);
        }
        Mix mix = new Mix();
        mix.add(tasks, spread);
        return mix;
    }

    private static FreeTimes staggered(int slots) {
        return new FreeTimes(IntStream.range(0, slots)
                .mapToDouble(it -> it * 10_000.0 / slots)
                .toArray());
    }

    @Test
    void aPartOfATaskAheadDelaysByItsPart() {
        FreeTimes one = new FreeTimes(new double[] {0});

        assertThat(one.start(mix(0, 10_000))).isZero();
        assertThat(one.start(mix(1, 10_000))).isEqualTo(10_000);
        assertThat(one.start(mix(1.5, 10_000))).isEqualTo(15_000);
    }

    @Test
    void manyTasksAreCountedAsIfTheyHadBeenFollowed() {
        assertThat(staggered(100).start(mix(4_001, 10_000)))
                .isCloseTo(staggered(100).start(mix(3_999, 10_000)), withinPercentage(1));
        assertThat(staggered(100).start(mix(4_001, 1_000, 2_000, 30_000)))
                .isCloseTo(staggered(100).start(mix(3_999, 1_000, 2_000, 30_000)), withinPercentage(2));
    }

    @Test
    void manySlotsBeginManyTasksOneForEach() {
        assertThat(staggered(20_000).start(mix(9_999, 600_000))).isCloseTo(5_000, withinPercentage(1));
    }

    @Test
    void kindsAreMixedAsManyAsThereAreOfEach() {
        Mix mix = mix(30, 1_000);
        mix.add(10, Spread.UNKNOWN.with(9_000));

        assertThat(mix.mean()).isEqualTo(3_000);
        assertThat(IntStream.range(0, 400).mapToDouble(mix::duration).average().orElseThrow())
                .isCloseTo(3_000, withinPercentage(3));
        assertThat(mix.variation()).isCloseTo(12.0 / 9, withinPercentage(0.1));
    }

    @Test
    void partOfAMixHasTheSameKinds() {
        Mix whole = mix(30, 1_000);
        whole.add(10, Spread.UNKNOWN.with(9_000));
        Mix half = new Mix();
        half.add(20, whole);

        assertThat(half.tasks()).isEqualTo(20);
        assertThat(half.mean()).isEqualTo(3_000);
    }

    @Test
    void emptyMixTakesNothing() {
        Mix mix = new Mix();

        assertThat(mix.mean()).isZero();
        assertThat(mix.variation()).isZero();
        assertThat(mix.duration(1)).isZero();
    }
}
