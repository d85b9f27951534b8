package io.signalbox.faults.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.faults.core.plan.FaultKind;
import io.signalbox.faults.core.plan.Schedule;
import io.signalbox.faults.core.plan.Strike;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void withoutWordsItIsOneRunOfHalfAMinute() {
        assertThat(Options.of(List.of()))
                .isEqualTo(new Options(Optional.empty(), 0, 30, 1, 1, false, Optional.empty(), List.of()));
    }

    @Test
    void everyOptionIsHeard() {
        Options options = Options.of(
                List.of("--runs", "6", "--seed", "12", "--seconds", "20", "--stores", "3", "--fault", "kill-store"));
        Optional<List<FaultKind>> faults = Optional.of(List.of(FaultKind.KILL_STORE));
        assertThat(options).isEqualTo(new Options(Optional.of(6), 12, 20, 3, 1, false, faults, List.of()));
        assertThat(options.schedule(12).strikes()).extracting(Strike::kind).containsOnly(FaultKind.KILL_STORE);
    }

    @Test
    void faultsThatAreNamedAreTheOnlyOnes() {
        Options options = Options.of(List.of("--fault", "cut", "--fault", "cut", "--fault", "delay"));
        assertThat(options.schedule(1).strikes())
                .extracting(Strike::kind)
                .containsExactlyInAnyOrder(FaultKind.CUT, FaultKind.CUT, FaultKind.DELAY);
        assertThat(Options.of(List.of("--fault", "none")).schedule(1).strikes()).isEmpty();
    }

    @Test
    void lengthOfARunIsTheSchedules() {
        assertThat(Options.of(List.of("--seconds", "20")).schedule(5)).isEqualTo(Schedule.of(5, 20_000));
    }

    @Test
    void unknownFaultIsRefusedByItsName() {
        assertThatThrownBy(() -> Options.of(List.of("--fault", "earthquake"))).hasMessageContaining("earthquake");
    }

    @Test
    void brokersMayBeSeveral() {
        assertThat(Options.of(List.of("--brokers", "3")).brokers()).isEqualTo(3);
    }

    @Test
    void upgradeAloneMakesNoRuns() {
        Options options = Options.of(List.of("--upgrade", "true"));
        assertThat(options.upgrade()).isTrue();
        assertThat(options.runs()).isZero();
    }

    @Test
    void crashPointsAloneMakeNoRuns() {
        assertThat(Options.of(List.of()).runs()).isOne();
        assertThat(Options.of(List.of("--crash-points", "few")).runs()).isZero();
        assertThat(Options.of(List.of("--crash-points", "all", "--runs", "6")).runs())
                .isEqualTo(6);
    }
}
