package io.signalbox.scheduler.core.forecast;

import static io.signalbox.scheduler.core.forecast.Scene.TEN_SECONDS;
import static io.signalbox.scheduler.core.forecast.Scene.demand;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.outlook.Scaling;
import io.signalbox.model.policy.PoolPolicy;
import io.signalbox.model.policy.Strategy;
import io.signalbox.scheduler.core.duration.Spread;
import io.signalbox.scheduler.core.match.Demand;
import io.signalbox.scheduler.core.runner.Runner;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WantedSlotsTest {
    private static final List<String> LINUX = List.of("linux");

    private final Scene scene = new Scene();

    private Scaling scaling(String pool) {
        return new WantedSlots(scene.snapshot()).of(new PoolName(pool));
    }

    private static PoolPolicy policy(int minimum, @Nullable Integer maximum, @Nullable Integer cap) {
        return new PoolPolicy(Strategy.SPREAD, cap, Duration.ofSeconds(30), minimum, maximum);
    }

    private static Runner.Profile mould(String pool, String... tags) {
        return new Runner.Profile("", new PoolName(pool), List.of(tags), List.of());
    }

    @Test
    void idlePoolWantsNothing() {
        scene.runner("default", LINUX, 4);

        assertThat(scaling("default").wanted()).isZero();
        assertThat(scaling("default").present()).isEqualTo(4);
        assertThat(scaling("default").reason()).isEqualTo("nothing waits; 0 run");
    }

    @Test
    void busySlotsAreWantedAndBeginWhatTheyCanWithinTheTarget() {
        scene.runner("default", LINUX, 0, 5_000, 5_000).waiting("web", 50, 6, "linux");

        assertThat(scaling("default").wanted()).isEqualTo(2);
        assertThat(scaling("default").busy()).isEqualTo(2);
        assertThat(scaling("default").waiting()).isEqualTo(6);
    }

    @Test
    void whatBusySlotsDoNotBeginInTimeNeedsMore() {
        scene.runner("default", LINUX, 0, 5_000, 5_000).waiting("web", 50, 15, "linux");

        Scaling scaling = scaling("default");

        assertThat(scaling.wanted()).isEqualTo(2 + 3);
        assertThat(scaling.usual()).isEqualTo(Duration.ofSeconds(10));
        assertThat(scaling.reason())
                .isEqualTo("15 tasks wait, 2 run; they take about 10 s, so 5 slots begin them within 30 s");
    }

    @Test
    void longTasksNeedASlotEach() {
        scene.runner("default", LINUX, 0)
                .waiting(demand("web", "default", "linux"), 50, 7, Spread.UNKNOWN.with(60_000));

        assertThat(scaling("default").wanted()).isEqualTo(7);
    }

    @Test
    void poolAtZeroIsWantedByWhatAsksForIt() {
        scene.pool("arm", policy(0, null, null), 0, null)
                .waiting(demand("web", "arm", "linux"), 50, 8, TEN_SECONDS)
                .waiting("web", 50, 5, "linux");

        assertThat(scaling("arm").wanted()).isEqualTo(2);
        assertThat(scaling("arm").present()).isZero();
    }

    @Test
    void poolAtZeroIsWantedByWhatItsLastRunnerWouldFit() {
        scene.pool("arm", policy(0, null, null), 0, mould("arm", "linux", "arm"))
                .pool("mac", policy(0, null, null), 0, mould("mac", "mac"))
                .waiting("web", 50, 8, "linux");

        assertThat(scaling("arm").wanted()).isEqualTo(2);
        assertThat(scaling("mac").wanted()).isZero();
    }

    @Test
    void taskThatMayRunInAnotherPoolTooIsSharedByBoth() {
        Demand either = new Demand(new ProjectName("web"), new PoolName("a"), LINUX, List.of(), new PoolName("b"));
        scene.runner("a", LINUX, 0, 0, 0)
                .runner("b", LINUX, 0, 0, 0)
                .runner("c", LINUX, 0, 0)
                .waiting(either, 50, 40, TEN_SECONDS);

        assertThat(scaling("a").waiting()).isEqualTo(20);
        assertThat(scaling("b").waiting()).isEqualTo(20);
        assertThat(scaling("c").waiting()).isZero();
    }

    @Test
    void whatAsksForThePoolAndItsRunnersDoNotFitWantsNoMoreOfThem() {
        scene.pool("arm", policy(0, null, null), 0, mould("arm", "linux"))
                .waiting(demand("web", "arm", "gpu"), 50, 8, TEN_SECONDS);

        assertThat(scaling("arm").wanted()).isZero();
    }

    @Test
    void tasksThatSeveralPoolsFitAreSharedByTheirSlots() {
        scene.runner("small", LINUX, 0, 0).runner("big", LINUX, 0, 0, 0, 0).waiting("web", 50, 100, "linux");

        assertThat(scaling("small").waiting()).isEqualTo(25);
        assertThat(scaling("big").waiting()).isEqualTo(75);
    }

    @Test
    void projectAtItsCapWantsNoSlots() {
        scene.project("web", 1, 2, 5, TEN_SECONDS)
                .runner("default", LINUX, 0)
                .waiting(demand("web", "default", "linux"), 50, 100, Spread.UNKNOWN.with(60_000));

        assertThat(scaling("default").wanted()).isEqualTo(3);
    }

    @Test
    void sizesAndCapBoundIt() {
        scene.waiting(demand("web", "a", "linux"), 50, 40, TEN_SECONDS)
                .waiting(demand("web", "b", "linux"), 50, 40, TEN_SECONDS)
                .pool("a", policy(0, 4, null), 0, null)
                .pool("b", policy(0, 8, 3), 0, null)
                .pool("c", policy(2, 5, null), 0, null);

        assertThat(scaling("a").wanted()).isEqualTo(4);
        assertThat(scaling("a").reason()).endsWith("its maximum size is 4");
        assertThat(scaling("b").wanted()).isEqualTo(3);
        assertThat(scaling("b").reason()).endsWith("its cap is 3");
        assertThat(scaling("c").wanted()).isEqualTo(2);
        assertThat(scaling("c").reason()).endsWith("its minimum size is 2");
    }

    @Test
    void unknownDurationIsSaidAndCountsAsShort() {
        scene.runner("default", LINUX, 0).waiting(demand("web", "default", "linux"), 50, 3, Spread.UNKNOWN);

        assertThat(scaling("default").wanted()).isEqualTo(1);
        assertThat(scaling("default").usual()).isNull();
        assertThat(scaling("default").reason()).contains("not known yet");
    }

    @Test
    void everyPoolThatIsKnownIsScaled() {
        scene.runner("small", LINUX, 1).pool("big", policy(0, null, null), 0, null);

        assertThat(new WantedSlots(scene.snapshot()).all())
                .extracting(it -> it.pool().value())
                .containsExactly("big", "small");
        assertThat(scaling("unheard").wanted()).isZero();
    }
}
