package io.signalbox.scheduler.loop.presence;

import static io.signalbox.scheduler.core.world.Sample.START;
import static io.signalbox.scheduler.core.world.Sample.runner;
import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.id.AttemptId;
import io.signalbox.model.id.Generation;
import io.signalbox.model.id.PoolName;
import io.signalbox.model.id.SlotRef;
import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.core.Effect.Presence;
import io.signalbox.scheduler.core.world.Sample;
import io.signalbox.scheduler.loop.event.OutboxStore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of runners' states does (C19). */
public interface RunnerStateStoreContract {

    /** One without runners. */
    RunnerStateStore states();

    /** Where their events wait. */
    OutboxStore outboxes();

    @Test
    default void keepsAnEventOfEachChange() {
        states().keep(List.of(change(1, 1, Presence.ONLINE)), START);
        states().keep(List.of(change(1, 1, Presence.UNREACHABLE), change(1, 1, Presence.GONE)), START);
        states().keep(List.of(change(1, 2, Presence.ONLINE)), START);

        assertThat(keys(1)).containsExactly("1.1", "1.2", "1.3", "2.4");
        assertThat(types(1)).containsExactly("runner.online", "runner.unreachable", "runner.gone", "runner.online");
    }

    @Test
    default void presenceThatIsKeptAlreadyIsNoNews() {
        states().keep(List.of(change(1, 1, Presence.ONLINE), change(2, 1, Presence.ONLINE)), START);
        states().keep(List.of(change(1, 1, Presence.ONLINE), change(2, 1, Presence.GONE)), START);

        assertThat(types(1)).containsExactly("runner.online");
        assertThat(types(2)).containsExactly("runner.online", "runner.gone");
    }

    @Test
    default void slotThatIsSetAsideIsToldOnceForEachAttempt() {
        states().keep(List.of(change(1, 1, Presence.ONLINE)), START);
        states().keep(List.of(setAside(1, 5), setAside(1, 5)), START);
        states().keep(List.of(setAside(1, 5), setAside(1, 6)), START);
        states().keep(List.of(setAside(2, 7), change(2, 1, Presence.GONE)), START);

        assertThat(types(1)).containsExactly("runner.online", "runner.slot_set_aside", "runner.slot_set_aside");
        assertThat(types(2)).containsExactly("runner.slot_set_aside", "runner.gone");
    }

    @Test
    default void runnerThatIsSetAsideIsKnownToTheNextLeaderUntilItIsTrusted() {
        states().keep(List.of(change(1, 1, Presence.ONLINE), judged(2, "it failed 5 tasks")), START);
        states().keep(List.of(judged(1, "it failed 5 tasks"), judged(1, "it failed 5 tasks")), START);
        assertThat(states().distrusted()).containsExactlyInAnyOrder(runner(1), runner(2));

        states().keep(List.of(judged(1, null), judged(1, null)), START);

        assertThat(states().distrusted()).containsExactly(runner(2));
        assertThat(types(1)).containsExactly("runner.online", "runner.set_aside", "runner.trusted");
    }

    private static Effect.RunnerJudged judged(int runner, @Nullable String why) {
        return new Effect.RunnerJudged(runner(runner), "runner-" + runner, PoolName.DEFAULT, new Generation(1), why);
    }

    private List<String> keys(int runner) {
        String owner = runner(runner).value();
        return outboxes().read(List.of(owner)).getFirst().events().stream()
                .map(event -> event.key().substring(owner.length() + 1))
                .toList();
    }

    private List<String> types(int runner) {
        return outboxes().read(List.of(runner(runner).value())).getFirst().events().stream()
                .map(event -> event.type())
                .toList();
    }

    private static Effect.SlotSetAside setAside(int runner, int attempt) {
        return new Effect.SlotSetAside(
                new SlotRef(runner(runner), 0),
                "runner-" + runner,
                PoolName.DEFAULT,
                new Generation(1),
                Sample.task(attempt),
                new AttemptId(Sample.task(attempt).value()));
    }

    private static Effect.RunnerChanged change(int runner, long generation, Presence presence) {
        return new Effect.RunnerChanged(
                runner(runner), "runner-" + runner, PoolName.DEFAULT, new Generation(generation), presence);
    }
}
