package io.signalbox.scheduler.loop.report;

import static io.signalbox.scheduler.core.world.Sample.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.Epoch;
import io.signalbox.model.id.Generation;
import io.signalbox.model.store.report.ReportId;
import io.signalbox.model.task.AttemptResult;
import io.signalbox.model.task.Reason;
import io.signalbox.model.task.ReasonCode;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.task.Attempt;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.core.world.Sample;
import io.signalbox.scheduler.world.Changes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of reports does (C1, C18). */
public interface ReportStoreContract {

    Epoch EPOCH = new Epoch(1);
    Attempt ATTEMPT = Changes.attempt(task(1), 1);
    Report.StartWithdrawn WITHDRAWN = new Report.StartWithdrawn(task(1), ATTEMPT.id());

    /** One without reports. */
    ReportStore reports();

    /** A gateway appends a report. */
    void append(Report report);

    @Test
    default void readsEachKindAsItWasAppended() {
        ReportStore reports = reports();
        var finished = new Report.Finished(
                task(1), ATTEMPT.id(), AttemptResult.FAILED, 3, new Reason(ReasonCode.EXIT_CODE, "make ended with 3"));
        var bare = new Report.Finished(task(2), Changes.attempt(task(2), 1).id(), AttemptResult.PASSED, null, null);
        var cancel = new Report.CancelWanted(task(1), Sample.START);
        List.of(claim(4), finished, bare, cancel).forEach(this::append);

        assertThat(reports.read(List.of(claim(4).id(), finished.id(), bare.id(), cancel.id())))
                .containsExactlyInAnyOrder(claim(4), finished, bare, cancel);
    }

    @Test
    default void withdrawalStandsWhereNothingWasClaimed() {
        ReportStore reports = reports();
        reports.withdraw(EPOCH, List.of(withdraw(null)));
        reports.withdraw(EPOCH, List.of(withdraw(null)));

        assertThat(reports.read(List.of(claim(1).id()))).containsExactly(WITHDRAWN);
    }

    @Test
    default void claimStandsWhereItCameFirst() {
        ReportStore reports = reports();
        append(claim(4));
        reports.withdraw(EPOCH, List.of(withdraw(null)));

        assertThat(reports.read(List.of(claim(4).id()))).containsExactly(claim(4));
    }

    @Test
    default void claimIsTakenBackOnlyByItsVeryNumber() {
        ReportStore reports = reports();
        append(claim(4));
        reports.withdraw(EPOCH, List.of(withdraw(3L)));
        assertThat(reports.read(List.of(claim(4).id()))).containsExactly(claim(4));

        reports.withdraw(EPOCH, List.of(withdraw(4L)));
        assertThat(reports.read(List.of(claim(4).id()))).containsExactly(WITHDRAWN);
    }

    @Test
    default void scansEverythingInPages() {
        ReportStore reports = reports();
        for (int n = 1; n <= 5; n++) {
            append(new Report.CancelWanted(task(n), Sample.START));
        }
        List<Report> first = reports.scan(null, 3);
        List<Report> rest = reports.scan(first.getLast().id(), 3);

        assertThat(first).hasSize(3);
        assertThat(rest).hasSize(2).doesNotContainAnyElementsOf(first);
    }

    @Test
    default void removesWhatItIsTold() {
        ReportStore reports = reports();
        append(claim(1));
        reports.remove(List.of(ReportId.start(ATTEMPT.id()), ReportId.cancel(task(1))));

        assertThat(reports.scan(null, 10)).isEmpty();
    }

    private static Report.StartClaimed claim(long sync) {
        return new Report.StartClaimed(task(1), ATTEMPT.id(), ATTEMPT.slot(), new Generation(1), Sample.RELAY, sync);
    }

    private static Effect.Withdraw withdraw(@Nullable Long claimed) {
        return new Effect.Withdraw(task(1), ATTEMPT.id(), claimed);
    }
}
