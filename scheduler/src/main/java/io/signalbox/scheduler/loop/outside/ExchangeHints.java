package io.signalbox.scheduler.loop.outside;

import io.signalbox.backbone.bus.Destination;
import io.signalbox.backbone.bus.Inbox;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.bus.Outgoing;
import io.signalbox.backbone.bus.Subscription;
import io.signalbox.model.message.LeaderHint;
import io.signalbox.scheduler.loop.duty.Duty;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a hint each second and listens for them, as every scheduler does (C14): whoever receives one is the active consumer and may take
 * the epoch. Without a broker nothing arrives, and leadership goes by renewals alone. Starting and stopping are idempotent.
 */
public final class ExchangeHints implements AutoCloseable {

    private final MessageBus bus;
    private final Outgoing hint;
    private final Runnable onHint;
    private final Duty duty = new Duty("exchange-hints", Duration.ofSeconds(1), this::round);
    private @Nullable Subscription inbox;

    /**
     * @param bus carries the hints
     * @param self who publishes
     * @param onHint called for each hint; must not block
     */
    public ExchangeHints(MessageBus bus, String self, Runnable onHint) {
        this.bus = bus;
        this.hint = new Outgoing(new Destination.LeaderHints(), new LeaderHint(self));
        this.onHint = onHint;
    }

    /** Begins, in a thread of its own. */
    public void start() {
        duty.start();
    }

    @Override
    public void close() {
        duty.close();
        Subscription open = inbox;
        if (open != null) {
            open.close();
        }
    }

    private void round() {
        if (inbox == null) {
            inbox = bus.subscribe(new Inbox.LeaderHints(), _ -> onHint.run());
        }
        var _ = bus.send(List.of(hint));
    }
}
