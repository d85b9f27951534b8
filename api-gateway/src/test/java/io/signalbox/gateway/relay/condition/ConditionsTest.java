package io.signalbox.gateway.relay.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.gateway.core.slot.Protocol;
import io.signalbox.gateway.runner.Runner;
import io.signalbox.gateway.runner.Runner.Condition;
import io.signalbox.gateway.runner.health.HealthHistory;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.RunnerId;
import io.signalbox.model.relay.HealthSample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private final List<String> kept = new ArrayList<>();
    private final Told told = new Told(new ArrayList<>());
    private final Conditions conditions = new Conditions(
            (runner, generation, condition) ->
                    kept.add(generation + ":" + condition.unready().orElse("ready")),
            told);

    @Test
    void newestOfARunnerIsWrittenOnce() {
        conditions.noted(runner("a", 1), saying("full"), List.of());
        conditions.noted(runner("a", 2), saying("empty"), List.of());
        conditions.noted(runner("b", 7), Condition.UNKNOWN, List.of());
        assertThat(kept).isEmpty();
        conditions.flush();
        assertThat(kept).containsExactlyInAnyOrder("2:empty", "7:ready");
        conditions.flush();
        assertThat(kept).hasSize(2);
    }

    @Test
    void whatAWriteOfTheRunnersDocumentTakesAlongIsNotWrittenAgain() {
        HealthSample sample = new HealthSample(Instant.ofEpochSecond(10), 0.1, 1, 2, 3, 4, 5);
        conditions.noted(runner("a", 2), saying("full"), List.of(sample));
        assertThat(conditions.take(RunnerId.forName("a"), new Generation(1))).isEmpty();
        assertThat(conditions.take(RunnerId.forName("a"), new Generation(2))).contains(saying("full"));
        assertThat(conditions.take(RunnerId.forName("a"), new Generation(2))).isEmpty();
        conditions.flush();
        assertThat(kept).isEmpty();
        assertThat(told.samples()).containsExactly(sample);
    }

    @Test
    void everySampleReachesTheHistoryOnce() {
        HealthSample first = new HealthSample(Instant.ofEpochSecond(10), 0.1, 1, 2, 3, 4, 5);
        HealthSample second = new HealthSample(Instant.ofEpochSecond(20), 0.2, 1, 2, 3, 4, 5);
        conditions.noted(runner("a", 1), new Condition(Optional.empty(), List.of(first)), List.of(first));
        conditions.noted(runner("a", 1), new Condition(Optional.empty(), List.of(first, second)), List.of(second));
        conditions.noted(runner("a", 1), saying("full"), List.of());
        assertThat(told.samples()).isEmpty();
        conditions.flush();
        conditions.flush();
        assertThat(told.samples()).containsExactly(first, second);
    }

    private static Condition saying(String unready) {
        return new Condition(Optional.of(unready), List.of());
    }

    private static Runner runner(String name, long generation) {
        return new Runner(
                RunnerId.forName(name),
                name,
                new Generation(generation),
                new Runner.Credentials("hash", "token"),
                new PoolName("default"),
                List.of(),
                List.of(),
                new Runner.Host("1", "", "", "h", 1),
                new Runner.Manners(false, Duration.ZERO, Duration.ZERO, Protocol.OURS),
                Runner.Availability.OPEN,
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                List.of(),
                Condition.UNKNOWN);
    }

    private record Told(List<HealthSample> samples) implements HealthHistory {
        @Override
        public void keep(RunnerId runner, List<HealthSample> fresh) {
            samples.addAll(fresh);
        }

        @Override
        public List<HealthSample> of(RunnerId runner) {
            return samples;
        }
    }
}
