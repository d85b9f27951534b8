package io.signalbox.scheduler.world;

import io.signalbox.backbone.bus.BusHealth;
import io.signalbox.backbone.bus.Delivery;
import io.signalbox.backbone.bus.Inbox;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.bus.MessageHandler;
import io.signalbox.backbone.bus.Outgoing;
import io.signalbox.backbone.bus.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Keeps what is sent, and says of each message what a test wants to be said. */
public final class RecordingBus implements MessageBus {

    private final List<Outgoing> sent = new ArrayList<>();
    private Delivery answer = new Delivery.Delivered();

    @Override
    public void start() {
        // Nothing to connect to.
    }

    @Override
    public CompletableFuture<List<Delivery>> send(List<Outgoing> messages) {
        sent.addAll(messages);
        return CompletableFuture.completedFuture(
                messages.stream().map(_ -> answer).toList());
    }

    @Override
    public Subscription subscribe(Inbox inbox, MessageHandler handler) {
        throw new UnsupportedOperationException("nobody listens to a recording");
    }

    @Override
    public BusHealth health() {
        return new BusHealth.Connected();
    }

    @Override
    public void close() {
        // Nothing to close.
    }

    /** From now on nobody has an inbox. */
    public void loseInboxes() {
        answer = new Delivery.Unroutable();
    }

    /** What was sent so far. */
    public List<Outgoing> sent() {
        return sent;
    }
}
