package io.signalbox.scheduler.core.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.policy.PoolPolicy;
import io.signalbox.model.policy.ProjectPolicy;
import io.signalbox.model.policy.Strategy;
import io.signalbox.model.spec.Concurrency;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.Explanation;
import io.signalbox.scheduler.core.runner.Availability;
import io.signalbox.scheduler.core.world.CoreScenario;
import io.signalbox.scheduler.core.world.ModelRunner;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ExplainTest {
    private final CoreScenario scenario = CoreScenario.ready();

    private Explanation explain(int task) {
        return scenario.explain(task);
    }

    private void assertCause(Explanation explanation, String code, int runners, String detail) {
        assertThat(explanation.causes()).anySatisfy(cause -> {
            assertThat(cause.code()).isEqualTo(code);
            assertThat(cause.runners()).isEqualTo(runners);
            assertThat(cause.detail()).contains(detail);
        });
    }

    @Test
    void runningEndedAndUnknownTasksDoNotWait() {
        scenario.withRunner(1, 1).submits(1).starts(1);
        assertThat(explain(1).waiting()).isFalse();

        scenario.finishes(1, AttemptResult.PASSED);
        assertThat(explain(1).waiting()).isFalse();
        assertThat(explain(2).waiting()).isFalse();
    }

    @Test
    void tagThatNobodyHasIsNamed() {
        scenario.withRunner(1, 1, "linux")
                .withRunner(2, 1, "mac")
                .submits(1, Sample.terms().tags("gpu", Sample.SHELL));

        assertCause(explain(1), "tag_missing", 2, "no runner has the tag 'gpu'");
        assertThat(explain(1).change()).contains("Start a runner").contains("gpu");
        assertThat(explain(1).position()).isEqualTo(1);
    }

    @Test
    void noRunnerAtAllIsSaid() {
        scenario.submits(1);

        assertCause(explain(1), "no_runners", 0, "no runner");
        assertThat(explain(1).change()).startsWith("Start a runner");
    }

    @Test
    void causesAreGroupedAndTheMostFrequentComesFirst() {
        scenario.withRunner(1, 1, "gpu")
                .withRunner(2, 1)
                .withRunner(3, 1)
                .withRunner(4, 1)
                .submits(1, Sample.terms().tags("gpu", Sample.SHELL))
                .submits(2, Sample.terms().tags("gpu", Sample.SHELL));

        assertThat(explain(2).causes()).extracting(Explanation.Cause::code).containsExactly("tag_missing", "busy");
        assertCause(explain(2), "tag_missing", 3, "3 runners");
        assertThat(explain(2).causes().getFirst().examples()).containsExactly("runner-02", "runner-03", "runner-04");
        assertThat(explain(2).change()).contains("runner-01");
    }

    @Test
    void pausedRunnerIsTheNearestWay() {
        scenario.withRunner(1, new ModelRunner(Sample.runner(1), 1).is(Availability.PAUSED))
                .withRunner(2, new ModelRunner(Sample.runner(2), 1).is(Availability.DRAINING))
                .withRunner(3, 1)
                .submits(1)
                .submits(2);

        assertCause(explain(2), "paused", 1, "is paused");
        assertCause(explain(2), "draining", 1, "takes nothing more");
        assertCause(explain(2), "busy", 1, "no free slot");
        assertThat(explain(2).change()).isEqualTo("Resume runner runner-01.");
    }

    @Test
    void runnerThatWantsNothingNewGetsNothingAndIsSaid() {
        scenario.withRunner(1, new ModelRunner(Sample.runner(1), 1).is(Availability.UNREADY))
                .submits(1);

        assertCause(explain(1), "unready", 1, "wants no new task at present");
        assertThat(explain(1).change()).contains("runner-01");
    }

    @Test
    void poolWithoutRunnerAndForeignProjectAreSaid() {
        scenario.withRunner(1, new ModelRunner(Sample.runner(1), 1).serving("other"))
                .submits(1)
                .submits(2, Sample.terms().pool("arm"));

        assertCause(explain(1), "project_not_served", 1, "does not serve project 'default'");
        assertThat(explain(1).change()).contains("serve project 'default'");
        assertCause(explain(2), "other_pool", 1, "pool 'arm', which has no runner");
        assertThat(explain(2).change()).contains("in pool 'arm'");
    }

    @Test
    void excludedTagIsSaid() {
        scenario.withRunner(1, 1, "spot").submits(1, Sample.terms().tags("!spot", Sample.SHELL));

        assertCause(explain(1), "tag_excluded", 1, "'spot'");
    }

    @Test
    void silentAndGoneRunnersAreSaid() {
        scenario.withRunner(1, 1).relayRenews().watches(Duration.ofSeconds(95)).submits(1);
        assertCause(explain(1), "unreachable", 1, "not been heard of");
        assertThat(explain(1).change()).startsWith("Bring runner runner-01 back");
    }

    @Test
    void gatewayThatHasNotAnsweredIsSaid() {
        scenario.withRunner(1, 1).takesOver().loads().submits(1).relayTells(new Epoch(1));

        assertCause(explain(1), "gateway_unknown", 1, "gateway");
        assertThat(explain(1).change()).startsWith("Wait for the gateway");
    }

    @Test
    void drainingRunnerNeedsASuccessor() {
        scenario.withRunner(1, new ModelRunner(Sample.runner(1), 1).is(Availability.DRAINING))
                .submits(1);

        assertThat(explain(1).change()).isEqualTo("Start another runner like runner-01.");
    }

    @Test
    void goneRunnerWithALiveAttemptIsSaid() {
        scenario.withRunner(1, 2).submits(1).starts(1);
        scenario.runner(1).is(Availability.DISCONNECTED);
        scenario.readsRunners().submits(2);

        assertCause(explain(2), "gone", 1, "said goodbye");
    }

    @Test
    void taskThatMayNotStartYetSaysWhen() {
        var at = Objects.requireNonNull(scenario.now().store()).plusSeconds(30);
        scenario.withRunner(1, 1).submits(1, Sample.terms().notBefore(at));

        assertCause(explain(1), "not_before", 0, at.toString());
        assertThat(explain(1).position()).isNull();
        assertThat(explain(1).change()).contains(at.toString());
    }

    @Test
    void positionCountsThoseThatWantTheSameAndAreOlder() {
        scenario.submits(1)
                .submits(2)
                .submits(3, Sample.terms().tags("gpu", Sample.SHELL))
                .submits(4);

        assertThat(explain(4).position()).isEqualTo(3);
        assertThat(explain(3).position()).isEqualTo(1);
    }

    @Test
    void limitsThatHoldATaskBackAreSaid() {
        Sample.Terms deploy = Sample.terms().concurrency("deploy", 1, Concurrency.Policy.QUEUE);
        scenario.obeys(new ProjectName("default"), new ProjectPolicy(1, 1))
                .withRunner(1, 2)
                .submits(1, deploy)
                .submits(2, deploy);

        assertCause(explain(2), "concurrency_key", 0, "'deploy' is taken: 1 of 1 run");
        assertCause(explain(2), "project_cap", 0, "cap of 1");
        assertThat(explain(2).change()).isEqualTo("Wait until a task with concurrency key 'deploy' ends.");
    }

    @Test
    void poolThatHasReachedItsCapIsSaid() {
        scenario.obeys(PoolName.DEFAULT, new PoolPolicy(Strategy.SPREAD, 1, Duration.ofSeconds(30), 0, null))
                .withRunner(1, 2)
                .submits(1)
                .submits(2);

        assertCause(explain(2), "pool_cap", 1, "reached its cap");
        assertThat(explain(2).change()).contains("raise the pool's cap");
    }

    @Test
    void eachPoolSaysWhatStandsInTheWayOfItsClosestRunner() {
        scenario.obeys(new PoolName("empty"), PoolPolicy.DEFAULT)
                .withRunner(1, new ModelRunner(Sample.runner(1), 1, "gpu").in("big"))
                .withRunner(
                        2, new ModelRunner(Sample.runner(2), 1, "gpu").in("big").is(Availability.PAUSED))
                .withRunner(3, 1)
                .submits(1, Sample.terms().tags("gpu", Sample.SHELL))
                .submits(2, Sample.terms().tags("gpu", Sample.SHELL));

        assertThat(explain(2).pools())
                .extracting(pool -> pool.pool().value(), Explanation.PoolCause::code, Explanation.PoolCause::runners)
                .containsExactly(
                        tuple("big", "paused", 2), tuple("default", "tag_missing", 1), tuple("empty", "no_runners", 0));
    }

    @Test
    void poolThatTheTaskDoesNotWantIsSaidToo() {
        scenario.obeys(new PoolName("empty"), PoolPolicy.DEFAULT)
                .withRunner(1, 1)
                .submits(1, Sample.terms().pool("arm"));

        assertThat(explain(1).pools())
                .extracting(pool -> pool.pool().value(), Explanation.PoolCause::code, Explanation.PoolCause::detail)
                .containsExactly(
                        tuple("arm", "no_runners", "it has no runner"),
                        tuple("default", "other_pool", "the task wants pool 'arm'"),
                        tuple("empty", "other_pool", "the task wants pool 'arm'"));
    }

    @Test
    void higherPriorityStandsBefore() {
        scenario.submits(1, Sample.terms().priority(90))
                .submits(2)
                .submits(3, Sample.terms().priority(10));

        assertThat(explain(1).position()).isEqualTo(1);
        assertThat(explain(2).position()).isEqualTo(2);
        assertThat(explain(3).position()).isEqualTo(3);
    }

    @Test
    void previewOfATaskThatFitsAFreeSlotStartsAtOnce() {
        scenario.withRunner(1, 1);

        Explanation preview = scenario.preview(Sample.terms());

        assertThat(preview.waiting()).isFalse();
        assertThat(preview.estimatedStart()).isEqualTo(scenario.now().stamp());
        assertThat(scenario.store().tasks()).isEmpty();
    }

    @Test
    void previewSaysWhyATaskWouldWait() {
        Instant later = scenario.now().stamp().plusSeconds(60);
        scenario.withRunner(1, 1).submits(1).submits(2);

        assertCause(scenario.preview(Sample.terms()), "busy", 1, "no free slot");
        assertThat(scenario.preview(Sample.terms()).position()).isEqualTo(2);
        assertCause(scenario.preview(Sample.terms().tags("gpu")), "tag_missing", 1, "gpu");
        assertCause(scenario.preview(Sample.terms().notBefore(later)), "not_before", 0, later.toString());
    }

    @Test
    void previewOfATakenKeyWaitsForIt() {
        Sample.Terms deploy = Sample.terms().concurrency("deploy", 1, Concurrency.Policy.QUEUE);
        scenario.withRunner(1, 2).submits(1, deploy);

        assertCause(scenario.preview(deploy), "concurrency_key", 0, "1 of 1 run");
        assertThat(scenario.preview(Sample.terms()).waiting()).isFalse();
    }
}
