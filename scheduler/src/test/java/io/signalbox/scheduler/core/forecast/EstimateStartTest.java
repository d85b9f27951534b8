package io.signalbox.scheduler.core.forecast;

import static io.signalbox.scheduler.core.forecast.Scene.TEN_SECONDS;
import static io.signalbox.scheduler.core.forecast.Scene.demand;
import static io.signalbox.scheduler.core.forecast.Scene.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.policy.PoolPolicy;
import io.signalbox.model.policy.Strategy;
import io.signalbox.scheduler.core.match.Demand;
import io.signalbox.scheduler.core.runner.Availability;
import io.signalbox.scheduler.core.view.Inquiry;
import io.signalbox.scheduler.core.view.Work;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateStartTest {
    private static final List<String> LINUX = List.of("linux");
    private static final Demand WEB = demand("web", null, "linux");

    private final Scene scene = new Scene().project("web", 1, 0, Integer.MAX_VALUE, TEN_SECONDS);

    private double seconds(Inquiry task) {
        Instant start = new EstimateStart(scene.snapshot()).of(task).orElseThrow();
        return Duration.between(Sample.START, start).toMillis() / 1_000.0;
    }

    private boolean isUnknown(Inquiry task) {
        return new EstimateStart(scene.snapshot()).of(task).isEmpty();
    }

    @Test
    void nextTaskStartsWhenTheFirstSlotIsFree() {
        scene.runner("default", LINUX, 0, 4_000, 7_000);

        assertThat(seconds(task(WEB, 50, 0))).isEqualTo(3);
    }

    @Test
    void tasksAheadTakeTheirTurnsFirst() {
        scene.runner("default", LINUX, 0, 4_000, 7_000).waiting("web", 50, 3, "linux");

        assertThat(seconds(task(WEB, 50, 1))).isEqualTo(6);
        assertThat(seconds(task(WEB, 50, 2))).isEqualTo(13);
    }

    @Test
    void nothingIsSaidWhereNoSlotFitsOrNothingIsKnown() {
        scene.runner("default", List.of("mac"), 2);
        assertThat(isUnknown(task(WEB, 50, 0))).isTrue();

        Scene fresh = new Scene().runner("default", LINUX, 1);
        assertThat(new EstimateStart(fresh.snapshot()).of(task(WEB, 50, 3))).isEmpty();
    }

    @Test
    void slotsThatTakeNothingAreNotCountedOn() {
        scene.runner(Availability.DRAINING, "default", LINUX, 0, 9_000).runner("default", LINUX, 0, 2_000);

        assertThat(seconds(task(WEB, 50, 0))).isEqualTo(8);
    }

    @Test
    void shunnedRunnerIsNotCountedOn() {
        scene.runner("default", LINUX, 0, 9_000).runner("default", LINUX, 0, 2_000);
        Demand shunning = new Demand(WEB.project(), null, WEB.tags(), List.of("runner-1"), null);

        assertThat(seconds(task(shunning, 50, 0))).isEqualTo(8);
    }

    @Test
    void higherPrioritiesGoBeforeAndLowerOnesDoNot() {
        scene.runner("default", LINUX, 0, 0).waiting("web", 90, 2, "linux").waiting("web", 10, 50, "linux");

        assertThat(seconds(task(WEB, 50, 0))).isEqualTo(30);
    }

    @Test
    void taskThatAgesWaitsForOnlySoManyOfAHigherPriority() {
        scene.runner("default", LINUX, 0, 0).waiting("web", 51, 1_000, "linux");

        assertThat(seconds(task(WEB, 50, 0))).isLessThan(110);
    }

    @Test
    void otherProjectsHaveTheTurnsThatTheirWeightGives() {
        scene.project("ops", 3, 0, Integer.MAX_VALUE, TEN_SECONDS)
                .runner("default", LINUX, 0, 0)
                .waiting("ops", 50, 100, "linux")
                .waiting("web", 50, 3, "linux");

        assertThat(seconds(task(WEB, 50, 0))).isEqualTo(10 + 15);
        assertThat(seconds(task(WEB, 50, 2))).isEqualTo(10 + 20 + 75);
    }

    @Test
    void olderTasksOfTheProjectThatWantSomethingElseCountWhereTheyMeet() {
        scene.runner("default", List.of("linux", "big"), 0, 0)
                .runner("default", List.of("big"), 0, 0)
                .waiting("web", 50, 4, "big");

        assertThat(seconds(task(WEB, 50, 0))).isEqualTo(10 + 20);
    }

    @Test
    void youngerTasksOfTheProjectDoNotCount() {
        scene.runner("default", LINUX, 0, 0).waiting("web", 50, 4, "!mac");
        Inquiry old = new Inquiry(WEB, 50, null, 500, 0, List.of(), null);
        Inquiry between = new Inquiry(WEB, 50, null, 1_500, 0, List.of(), null);

        assertThat(seconds(old)).isEqualTo(10);
        assertThat(seconds(between)).isEqualTo(30);
    }

    @Test
    void projectAtItsCapGoesOnWhenAnAttemptOfItsOwnEnds() {
        scene.project("default", 1, 1, 1, TEN_SECONDS).runner("default", LINUX, 3, 2_000);

        assertThat(seconds(task(demand("default", null, "linux"), 50, 0))).isEqualTo(8);
        assertThat(seconds(task(WEB, 50, 0))).isZero();
    }

    @Test
    void poolAtItsCapHasNoFreeSlots() {
        scene.runner("default", LINUX, 5, 1_000)
                .pool("default", new PoolPolicy(Strategy.SPREAD, 1, Duration.ofSeconds(30), 0, null), 1, null);

        assertThat(seconds(task(WEB, 50, 0))).isEqualTo(9);
        assertThat(new EstimateStart(scene.snapshot()).startsAtOnce(task(WEB, 50, 0)))
                .isFalse();
    }

    @Test
    void takenKeyIsWaitedFor() {
        Work holder = scene.work(1_000);
        Inquiry next = new Inquiry(WEB, 50, null, 0, 0, List.of(), new Inquiry.Key(1, 0, List.of(holder)));
        Inquiry second = new Inquiry(WEB, 50, null, 0, 0, List.of(), new Inquiry.Key(1, 1, List.of(holder)));
        Inquiry roomy = new Inquiry(WEB, 50, null, 0, 0, List.of(), new Inquiry.Key(2, 0, List.of(holder)));
        scene.runner("default", LINUX, 3);

        assertThat(seconds(next)).isEqualTo(9);
        assertThat(seconds(second)).isEqualTo(19);
        assertThat(seconds(roomy)).isZero();
    }

    @Test
    void taskNeverStartsBeforeItsTime() {
        Instant then = Sample.START.plusSeconds(90);
        scene.runner("default", LINUX, 0, 0);

        assertThat(seconds(new Inquiry(WEB, 50, then, 0, 0, List.of(), null))).isEqualTo(90);
        assertThat(seconds(new Inquiry(WEB, 50, Sample.START.plusSeconds(1), 0, 0, List.of(), null)))
                .isEqualTo(10);
    }

    @Test
    void cappedProjectAheadTakesOnlyWhatItMay() {
        scene.project("ops", 1_000, 1, 2, TEN_SECONDS)
                .runner("default", LINUX, 0, 0)
                .waiting("ops", 50, 100, "linux");

        assertThat(seconds(task(WEB, 50, 0))).isEqualTo(20);
    }
}
