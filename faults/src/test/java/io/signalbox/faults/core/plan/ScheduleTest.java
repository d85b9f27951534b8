package io.signalbox.faults.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final long RUN_MILLIS = 30_000;

    @Test
    void sameSeedIsTheSameSchedule() {
        assertThat(Schedule.of(17, RUN_MILLIS)).isEqualTo(Schedule.of(17, RUN_MILLIS));
        assertThat(Schedule.of(17, RUN_MILLIS)).isNotEqualTo(Schedule.of(18, RUN_MILLIS));
    }

    @Test
    void asManyRunsInARowMeetEveryKindOnce() {
        for (long hand = -2; hand < 20; hand++) {
            List<FaultKind> met = LongStream.range(hand * Schedule.HAND, (hand + 1) * Schedule.HAND)
                    .boxed()
                    .flatMap(seed ->
                            Schedule.of(seed, RUN_MILLIS).strikes().stream().map(Strike::kind))
                    .toList();
            assertThat(met).hasSameSizeAs(FaultKind.values()).containsExactlyInAnyOrder(FaultKind.values());
        }
    }

    @Test
    void everyTargetOfEveryKindIsStruckSometime() {
        for (FaultKind kind : FaultKind.values()) {
            Set<String> struck = LongStream.range(0, 500)
                    .boxed()
                    .flatMap(seed -> Schedule.of(seed, RUN_MILLIS, List.of(kind)).strikes().stream()
                            .map(Strike::target))
                    .collect(Collectors.toSet());
            assertThat(struck).as(kind.wire()).containsExactlyInAnyOrderElementsOf(kind.targets());
        }
    }

    @Test
    void everyLineBelongsToSomethingThatCanBreak() {
        assertThat(Site.lines())
                .allMatch(line -> FaultKind.CUT.targets().stream().anyMatch(line::startsWith));
        assertThat(FaultKind.CUT.targets())
                .allMatch(target -> Site.lines().stream().anyMatch(line -> line.startsWith(target)));
    }

    @Test
    void faultsEndSoonAfterTheLoad() {
        LongStream.range(0, 200)
                .boxed()
                .flatMap(seed -> Schedule.of(seed, RUN_MILLIS).strikes().stream())
                .forEach(strike -> {
                    assertThat(strike.lengthMillis()).isBetween(RUN_MILLIS / 10, RUN_MILLIS / 2);
                    assertThat(strike.atMillis()).isBetween(0L, RUN_MILLIS * 3 / 4);
                });
    }

    @Test
    void everyKindIsKnownByItsName() {
        assertThat(Arrays.stream(FaultKind.values()).map(kind -> FaultKind.of(kind.wire())))
                .containsExactlyElementsOf(EnumSet.allOf(FaultKind.class));
    }
}
