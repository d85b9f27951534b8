package io.signalbox.gateway.relay.command;

import io.signalbox.backbone.bus.BusHealth;
import io.signalbox.gateway.relay.claim.LiveAttempt;
import io.signalbox.gateway.relay.claim.LiveAttempts;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.message.RelayCommand.StopTask.Stop;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds in the store, each second while the broker is away, what messages would have brought: the epoch, attempts assigned to this
 * relay's slots, and those that must end.
 */
public final class FallbackPoll {
    private static final Logger LOG = LoggerFactory.getLogger(FallbackPoll.class);

    private final RelayId relay;
    private final Supplier<BusHealth> health;
    private final RelayRecords records;
    private final HighestEpoch highest;
    private final LiveAttempts attempts;
    private final RelayCommands commands;

    /** Polls for {@code relay}. */
    public FallbackPoll(
            RelayId relay,
            Supplier<BusHealth> health,
            RelayRecords records,
            HighestEpoch highest,
            LiveAttempts attempts,
            RelayCommands commands) {
        this.relay = relay;
        this.health = health;
        this.records = records;
        this.highest = highest;
        this.attempts = attempts;
        this.commands = commands;
    }

    /** Polls, unless messages travel; blocks for a round trip. */
    public void poll() {
        if (health.get() instanceof BusHealth.Connected) {
            return;
        }
        try {
            highest.admits(records.leadership());
            var _ = attempts.toDo(relay).thenAccept(found -> found.forEach(this::act));
        } catch (RuntimeException e) {
            LOG.warn("Failed to poll the store for assignments: {}", e.getMessage());
        }
    }

    private void act(LiveAttempt live) {
        if (live.stop().isPresent()) {
            commands.stop(
                    new Stop(live.task(), live.id(), live.slot(), live.stop().get()));
        } else if (live.epoch().compareTo(highest.get()) >= 0) {
            commands.assign(live.slot(), live.generation(), live.assignment());
        }
    }
}
