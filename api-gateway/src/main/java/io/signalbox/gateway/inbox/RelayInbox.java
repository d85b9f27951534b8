package io.signalbox.gateway.inbox;

import io.signalbox.backbone.bus.Inbox;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.bus.Subscription;
import io.signalbox.model.id.RelayId;
import io.signalbox.model.message.Message;
import io.signalbox.model.message.RelayCommand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The gateway's inbox at the bus. Start and close are idempotent; the listeners hear one command at a time. */
public final class RelayInbox implements AutoCloseable {
    private final MessageBus bus;
    private final RelayId relay;
    private final List<RelayCommandListener> listeners;
    private @Nullable Subscription subscription;

    /** An inbox in which {@code relay} is written to. */
    public RelayInbox(MessageBus bus, RelayId relay, List<RelayCommandListener> listeners) {
        this.bus = bus;
        this.relay = relay;
        this.listeners = List.copyOf(listeners);
    }

    /** Opens the inbox; blocks for the first attempt. */
    public synchronized void start() {
        if (subscription == null) {
            subscription = bus.subscribe(new Inbox.Relay(relay), this::handle);
        }
    }

    @Override
    public synchronized void close() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    private void handle(Message message) {
        if (message instanceof RelayCommand command) {
            listeners.forEach(listener -> listener.received(command));
        }
    }
}
