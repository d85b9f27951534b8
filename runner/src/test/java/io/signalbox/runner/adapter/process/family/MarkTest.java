package io.signalbox.runner.adapter.process.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.execution.Jobs;
import org.junit.jupiter.api.Test;

class MarkTest {
    private static final Mark MARK = new Mark(Jobs.ATTEMPT);

    @Test
    void aRunnerInsideOfATaskAddsItsOwn() {
        assertThat(new Mark(new AttemptId("0198c5f0-8b1e-8c3a-9f00-2b7d5c1e4a11")).text(MARK.text("")))
                .isEqualTo(":0198c5f0-8b1e-8c3a-9f00-2b7d5c1e4a10:0198c5f0-8b1e-8c3a-9f00-2b7d5c1e4a11");
    }

    @Test
    void theNumberIsAlwaysTheSameAndFitsTheLimit() {
        assertThat(MARK.number()).isPositive().isEqualTo(new Mark(Jobs.ATTEMPT).number());
    }

    @Test
    void attemptsOfOneTaskDoNotShareIt() {
        assertThat(new Mark(new AttemptId("0198c5f0-8b1e-8c3a-9f00-2b7d5c1e4a11")).number())
                .isNotEqualTo(MARK.number());
    }
}
