package io.signalbox.scheduler.loop.errand;

import static io.signalbox.scheduler.core.world.Sample.RELAY;
import static io.signalbox.scheduler.core.world.Sample.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.Epoch;
import io.signalbox.scheduler.core.Command;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.task.Attempt;
import io.signalbox.scheduler.core.task.Report;
import io.signalbox.scheduler.loop.report.InMemoryReportStore;
import io.signalbox.scheduler.world.Changes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** C1: of claim and withdrawal the first one stands, and the core hears which. */
class WithdrawStartsTest {

    private final InMemoryReportStore reports = new InMemoryReportStore();
    private final List<Command> told = new ArrayList<>();
    private final WithdrawStarts errand = new WithdrawStarts(new Epoch(1), reports, told::add);

    @Test
    void tellsWhatStandsAfterwards() {
        Attempt claimed = Changes.attempt(task(1), 1);
        Attempt idle = Changes.attempt(task(2), 1);
        var claim = new Report.StartClaimed(task(1), claimed.id(), claimed.slot(), claimed.generation(), RELAY, 7);
        reports.append(claim);
        errand.accept(List.of(
                new Effect.Withdraw(task(1), claimed.id(), null), new Effect.Withdraw(task(2), idle.id(), null)));

        assertThat(told)
                .containsExactlyInAnyOrder(new Command.ClaimStands(claim), new Command.Withdrawn(task(2), idle.id()));
    }
}
