package io.signalbox.scheduler.core.forecast;

import static io.signalbox.scheduler.core.forecast.Scene.TEN_SECONDS;
import static io.signalbox.scheduler.core.forecast.Scene.demand;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.PoolName;
import io.signalbox.model.outlook.Comparison;
import io.signalbox.model.outlook.FleetChange;
import io.signalbox.model.outlook.FleetChange.Addition;
import io.signalbox.model.policy.PoolPolicy;
import io.signalbox.model.spec.SentFolder;
import io.signalbox.scheduler.core.runner.Runner;
import io.signalbox.scheduler.core.view.Work;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompareFleetsTest {
    private static final List<String> LINUX = List.of("linux", "executor:shell");

    private final Scene scene = new Scene().project("web", 1, 0, Integer.MAX_VALUE, TEN_SECONDS);

    private Comparison compare(FleetChange change) {
        return CompareFleets.of(scene.snapshot(), change);
    }

    private static FleetChange drains(int... runners) {
        return new FleetChange(Arrays.stream(runners).mapToObj(Sample::runner).toList(), List.of());
    }

    private static FleetChange adds(String pool, int runners, @Nullable Integer slots, @Nullable List<String> tags) {
        return new FleetChange(List.of(), List.of(new Addition(new PoolName(pool), runners, slots, tags)));
    }

    private static double after(@Nullable Instant start) {
        return start == null ? -1 : Duration.between(Sample.START, start).toMillis() / 1_000.0;
    }

    @Test
    void drainedRunnerLeavesItsTasksToTheOthers() {
        scene.runner("default", LINUX, 0, 0)
                .runner("default", LINUX, 0, 0, 4_000)
                .waiting("web", 50, 6, "linux");

        Comparison comparison = compare(drains(2));

        assertThat(comparison.waiting()).isEqualTo(6);
        assertThat(comparison.now().slots()).isEqualTo(3);
        assertThat(comparison.then().slots()).isEqualTo(1);
        assertThat(after(comparison.now().lastStart())).isLessThanOrEqualTo(20);
        assertThat(after(comparison.then().lastStart())).isEqualTo(60);
        assertThat(comparison.summary()).contains("1 slots instead of 3").contains("later");
        assertThat(comparison.drained()).singleElement().satisfies(drained -> {
            assertThat(drained.runner()).isEqualTo("runner-2");
            assertThat(drained.tasks()).isEqualTo(2);
            assertThat(after(drained.emptyAt())).isEqualTo(10);
        });
    }

    @Test
    void drainOfTheOnlyFittingRunnerLeavesTasksStuck() {
        scene.runner("default", LINUX, 0, 0).waiting("web", 50, 6, "linux");

        Comparison comparison = compare(drains(1));

        assertThat(comparison.now().stuck()).isZero();
        assertThat(comparison.then().stuck()).isEqualTo(6);
        assertThat(comparison.then().lastStart()).isNull();
        assertThat(comparison.groups()).singleElement().satisfies(group -> {
            assertThat(group.now()).isNotNull();
            assertThat(group.then()).isNull();
        });
        assertThat(comparison.summary()).contains("6 tasks instead of 0 fit no runner");
    }

    @Test
    void addedRunnersAreAsThoseOfTheirPool() {
        scene.runner("default", LINUX, 0, 0, 0).waiting("web", 50, 8, "linux");

        Comparison comparison = compare(adds("default", 3, null, null));

        assertThat(comparison.then().slots()).isEqualTo(2 + 6);
        assertThat(after(comparison.then().lastStart()))
                .isLessThan(after(comparison.now().lastStart()));
        assertThat(comparison.summary()).contains("earlier");
    }

    @Test
    void addedRunnerMayHaveOtherTagsAndSlots() {
        scene.runner("default", LINUX, 1).waiting("web", 50, 4, "gpu");

        assertThat(compare(adds("default", 1, 2, List.of("gpu"))).then().stuck())
                .isZero();
        assertThat(compare(adds("default", 1, 2, List.of("mac"))).then().stuck())
                .isEqualTo(4);
        assertThat(compare(adds("default", 1, 2, List.of("gpu"))).then().slots())
                .isEqualTo(3);
    }

    @Test
    void addedRunnerCanBeginInAFolderThatWasSent() {
        scene.waiting(demand("web", "default", SentFolder.TAG), 50, 2, TEN_SECONDS);

        assertThat(compare(adds("default", 1, 1, List.of("linux"))).then().stuck())
                .isZero();
    }

    @Test
    void poolAtZeroGetsWhatItsLastRunnerWas() {
        Runner.Profile mould =
                new Runner.Profile("", new PoolName("arm"), List.of("arm", "linux", "executor:shell"), List.of());
        scene.pool("arm", PoolPolicy.DEFAULT, 0, mould)
                .pool("new", PoolPolicy.DEFAULT, 0, null)
                .waiting(demand("web", "arm", "linux"), 50, 3, TEN_SECONDS)
                .waiting(demand("web", "new", "executor:shell"), 50, 2, TEN_SECONDS);

        assertThat(compare(adds("arm", 1, null, null)).then().stuck()).isEqualTo(2);
        assertThat(compare(adds("new", 1, null, null)).then().stuck()).isEqualTo(3);
    }

    @Test
    void largestGroupsAreShown() {
        scene.runner("default", List.of("executor:shell"), 0, 0);
        for (int n = 1; n <= 30; n++) {
            scene.waiting(demand("web", null, "executor:shell", "!t" + n), 50, n, TEN_SECONDS);
        }

        Comparison comparison = compare(adds("default", 1, null, null));

        assertThat(comparison.groups()).hasSize(20);
        assertThat(comparison.groups().getFirst().waiting()).isEqualTo(30);
        assertThat(comparison.waiting()).isEqualTo(30 * 31 / 2);
    }

    @Test
    void changeThatChangesNothingSaysSo() {
        scene.runner("default", LINUX, 0, 0).runner("mac", List.of("mac"), 1).waiting("web", 50, 1, "linux");

        assertThat(compare(drains(2)).summary()).contains("at the same time");
    }

    @Test
    void unknownDurationOfLiveAttemptsLeavesTheirEndOpen() {
        Work unmeasured = new Work(Sample.terms().build(), 1);
        assertThat(CompareFleets.longest(scene.snapshot(), List.of(unmeasured))).isEmpty();
        assertThat(CompareFleets.longest(scene.snapshot(), List.of())).isEqualTo(Optional.of(Duration.ZERO));

        Work measured = scene.work(4_000);
        assertThat(CompareFleets.longest(scene.snapshot(), List.of(measured))).contains(Duration.ofSeconds(6));
    }
}
