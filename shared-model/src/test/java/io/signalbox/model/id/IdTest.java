package io.signalbox.model.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.signalbox.model.Samples;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.model.store.report.ReportKind;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdTest {

    @Test
    void theSameKeyOfTheSameProjectGivesTheSameTask() {
        TaskId id = TaskId.forKey(ProjectName.DEFAULT, "k1");
        assertThat(TaskId.forKey(ProjectName.DEFAULT, "k1")).isEqualTo(id);
        assertThat(TaskId.forKey(ProjectName.DEFAULT, "k2")).isNotEqualTo(id);
        assertThat(TaskId.forKey(new ProjectName("other"), "k1")).isNotEqualTo(id);
        assertThat(UUID.fromString(id.value()).version()).isEqualTo(8);
        assertThat(UUID.fromString(id.value()).variant()).isEqualTo(2);
    }

    @Test
    void partsOfAKeyDoNotRunIntoEachOther() {
        assertThat(TaskId.forKey(new ProjectName("a"), "bc")).isNotEqualTo(TaskId.forKey(new ProjectName("ab"), "c"));
    }

    @Test
    void freshIdsSortByTime() {
        TaskId earlier = TaskId.timeOrdered(1_000_000, -1, -1);
        TaskId later = TaskId.timeOrdered(1_000_001, 0, 0);
        assertThat(earlier).isLessThan(later);
        assertThat(UUID.fromString(later.value()).version()).isEqualTo(7);
    }

    @Test
    void twoLeadersNeverMakeTheSameAttempt() {
        AttemptId first = AttemptId.derive(Samples.TASK, Instant.EPOCH, new Epoch(1), 3);
        assertThat(AttemptId.derive(Samples.TASK, Instant.EPOCH, new Epoch(2), 3))
                .isNotEqualTo(first);
        assertThat(AttemptId.derive(Samples.TASK, Instant.EPOCH, new Epoch(1), 4))
                .isNotEqualTo(first);
    }

    @Test
    void attemptsOfATaskWhoseIdCameAgainAreNew() {
        AttemptId first = AttemptId.derive(Samples.TASK, Instant.EPOCH, new Epoch(1), 3);
        assertThat(AttemptId.derive(Samples.TASK, Instant.EPOCH.plusMillis(1), new Epoch(1), 3))
                .isNotEqualTo(first);
    }

    @Test
    void aRunnerIsItsName() {
        assertThat(RunnerId.forName("builder-1")).isEqualTo(RunnerId.forName("builder-1"));
        assertThat(RunnerId.forName("builder-1")).isNotEqualTo(RunnerId.forName("builder-2"));
    }

    @Test
    void refusesWhatHasNotTheShape() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TaskId("0198C5F0-8B1E-7C3A-9F00-2B7D5C1E4A10"));
        assertThatIllegalArgumentException().isThrownBy(() -> new ProjectName("No Spaces"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Epoch(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new SlotRef(Samples.SLOT.runner(), -1));
    }

    @Test
    void aReportIsNamedByWhatItIsAboutAndItsKind() {
        assertThat(ReportId.start(Samples.ATTEMPT).kind()).isEqualTo(ReportKind.START);
        assertThat(ReportId.finished(Samples.ATTEMPT).value()).isEqualTo(Samples.ATTEMPT + ":finished");
        assertThat(ReportId.cancel(Samples.TASK).kind()).isEqualTo(ReportKind.CANCEL);
    }
}
