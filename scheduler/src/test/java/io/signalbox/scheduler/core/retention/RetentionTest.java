package io.signalbox.scheduler.core.retention;

import static io.signalbox.scheduler.core.world.Sample.START;
import static io.signalbox.scheduler.core.world.Sample.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.ProjectName;
import io.signalbox.model.policy.ProjectPolicy;
import io.signalbox.model.task.TaskState;
import io.signalbox.scheduler.core.limit.Policies;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final ProjectName BRIEF = new ProjectName("brief");
    private static final AttemptId ATTEMPT = AttemptId.derive(task(1), START, new Epoch(1), 1);

    @Test
    void withoutAWordOfItsProjectATaskIsKeptForThirtyDays() {
        assertThat(due(
                        ProjectName.DEFAULT,
                        TaskState.PASSED,
                        Duration.ofDays(30).minusMillis(1)))
                .isEqualTo(Due.NOTHING);
        assertThat(due(ProjectName.DEFAULT, TaskState.PASSED, Duration.ofDays(30)))
                .isEqualTo(Due.TASK);
    }

    @Test
    void logGoesBeforeItsTaskWhereTheProjectSaysSo() {
        assertThat(due(BRIEF, TaskState.FAILED, Duration.ofHours(2).minusMillis(1)))
                .isEqualTo(Due.NOTHING);
        assertThat(due(BRIEF, TaskState.FAILED, Duration.ofHours(2))).isEqualTo(Due.LOG);
        assertThat(due(BRIEF, TaskState.FAILED, Duration.ofDays(1))).isEqualTo(Due.TASK);
    }

    @Test
    void lostTaskIsKeptForAsLongAsItsProcessMayHoldItsKey() {
        assertThat(due(BRIEF, TaskState.LOST, Duration.ofDays(7).minusMillis(1)))
                .as("its log is of no use for that")
                .isEqualTo(Due.LOG);
        assertThat(due(BRIEF, TaskState.LOST, Duration.ofDays(7))).isEqualTo(Due.TASK);
    }

    @Test
    void taskThatARunnerStillNamesIsKept() {
        var retention = new Retention(Policies.NONE, START.plus(Duration.ofDays(365)), Set.of(ATTEMPT));

        assertThat(retention.of(finished(ProjectName.DEFAULT, TaskState.PASSED)))
                .isEqualTo(Due.NOTHING);
    }

    @Test
    void nothingThatEndedLaterThanTheShortestRetentionAllowsIsLookedAt() {
        assertThat(retention(Duration.ZERO, null).latest()).isEqualTo(START.minus(Duration.ofDays(30)));
        assertThat(retention(Duration.ZERO, Duration.ofHours(2)).latest()).isEqualTo(START.minus(Duration.ofHours(2)));
    }

    private static Due due(ProjectName project, TaskState state, Duration age) {
        return retention(age, Duration.ofHours(2)).of(finished(project, state));
    }

    private static Retention retention(Duration age, @Nullable Duration brief) {
        Map<ProjectName, ProjectPolicy> projects =
                brief == null ? Map.of() : Map.of(BRIEF, new ProjectPolicy(1, null, null, Duration.ofDays(1), brief));
        return new Retention(new Policies(projects, Map.of()), START.plus(age), Set.of());
    }

    private static FinishedTask finished(ProjectName project, TaskState state) {
        return new FinishedTask(task(1), project, state, "1.1", START, List.of(ATTEMPT), null);
    }
}
