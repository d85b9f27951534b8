package io.signalbox.scheduler.loop.presence;

import io.signalbox.scheduler.core.Effect;
import io.signalbox.scheduler.loop.event.AppendEvents;
import io.signalbox.scheduler.loop.event.OutboxStore;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps what is new about runners, then has its events appended.
 *
 * @param states where they are kept
 * @param outboxes of the runners
 * @param events appends
 * @param now what time it is, for the record
 */
public record KeepPresence(RunnerStateStore states, OutboxStore outboxes, AppendEvents events, Supplier<Instant> now)
        implements Consumer<List<Effect.RunnerNews>> {

    @Override
    public void accept(List<Effect.RunnerNews> changes) {
        states.keep(changes, now.get());
        events.changed(
                outboxes,
                changes.stream().map(change -> change.runner().value()).toList(),
                () -> {});
    }
}
