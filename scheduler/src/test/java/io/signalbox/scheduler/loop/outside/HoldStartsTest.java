package io.signalbox.scheduler.loop.outside;

import static io.signalbox.scheduler.core.world.Sample.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.store.report.ReportId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldStartsTest {

    private static final AttemptId ATTEMPT = new AttemptId(task(1).value());
    private static final AttemptId OTHER = new AttemptId(task(2).value());
    private static final ReportId START = ReportId.start(ATTEMPT);
    private static final ReportId END = ReportId.finished(ATTEMPT);

    private final List<Runnable> later = new ArrayList<>();
    private final List<ReportId> read = new ArrayList<>();
    private final HoldStarts hold = new HoldStarts(read::add, later::add);

    @Test
    void startIsReadWhenItsMomentIsOver() {
        hold.accept(START);
        assertThat(read).isEmpty();
        momentPasses();

        assertThat(read).containsExactly(START);
    }

    @Test
    void endTakesTheStartThatIsHeldAlong() {
        hold.accept(START);
        hold.accept(END);
        momentPasses();

        assertThat(read).containsExactly(START, END);
    }

    @Test
    void endOfAnotherAttemptLeavesItWhereItIs() {
        hold.accept(START);
        hold.accept(ReportId.finished(OTHER));

        assertThat(read).containsExactly(ReportId.finished(OTHER));
    }

    @Test
    void wishToCancelIsReadAtOnce() {
        hold.accept(ReportId.cancel(task(1)));

        assertThat(read).containsExactly(ReportId.cancel(task(1)));
        assertThat(later).isEmpty();
    }

    @Test
    void repeatedStartWaitsOnce() {
        hold.accept(START);
        hold.accept(START);
        momentPasses();

        assertThat(read).containsExactly(START);
    }

    private void momentPasses() {
        later.forEach(Runnable::run);
    }
}
