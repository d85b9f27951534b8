package io.signalbox.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void aPercentileIsAValueThatWasMeasured() {
        Spread spread = Spread.of(DoubleStream.of(40, 10, 30, 20));
        assertThat(spread.percentile(0.5)).isEqualTo(20);
        assertThat(spread.percentile(0.51)).isEqualTo(30);
        assertThat(spread.percentile(0.99)).isEqualTo(40);
        assertThat(spread.percentile(0)).isEqualTo(10);
        assertThat(spread.most()).isEqualTo(40);
    }

    @Test
    void nothingMeasuredIsNoFigure() {
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(DoubleStream.empty()));
    }
}
