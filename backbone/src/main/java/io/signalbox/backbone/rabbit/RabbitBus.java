package io.signalbox.backbone.rabbit;

import io.signalbox.backbone.bus.BusHealth;
import io.signalbox.backbone.bus.BusListener;
import io.signalbox.backbone.bus.Delivery;
import io.signalbox.backbone.bus.Inbox;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.bus.MessageHandler;
import io.signalbox.backbone.bus.Outgoing;
import io.signalbox.backbone.bus.Poison;
import io.signalbox.backbone.bus.Subscription;
import io.signalbox.model.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The message bus over RabbitMQ. */
public final class RabbitBus implements MessageBus {

    private static final Logger LOG = LoggerFactory.getLogger(RabbitBus.class);

    private final BusListener listener;
    private final BrokerConnections connections;
    private final RabbitPublisher publisher;
    private final List<RabbitInbox> inboxes = new CopyOnWriteArrayList<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Makes a bus that connects when it is started. */
    public RabbitBus(RabbitSettings settings, BusListener listener) {
        this.listener = listener;
        this.connections = new BrokerConnections(settings);
        this.publisher = new RabbitPublisher(connections, settings.confirmTimeout(), listener);
    }

    @Override
    public void start() {
        if (started.compareAndSet(false, true)) {
            publisher.start();
        }
    }

    @Override
    public CompletableFuture<List<Delivery>> send(List<Outgoing> messages) {
        return publisher.send(messages);
    }

    @Override
    public Subscription subscribe(Inbox inbox, MessageHandler handler) {
        RabbitInbox opened =
                new RabbitInbox(inbox, connections.consuming(), body -> receive(inbox, handler, body), inboxes::remove);
        inboxes.add(opened);
        try {
            return opened.open();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return opened;
        }
    }

    @Override
    public BusHealth health() {
        return publisher
                .down()
                .or(() -> inboxes.stream()
                        .filter(inbox -> !inbox.isActive())
                        .map(inbox -> "the inbox " + inbox.inbox() + " is not open")
                        .findFirst())
                .<BusHealth>map(BusHealth.Down::new)
                .orElseGet(BusHealth.Connected::new);
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        inboxes.forEach(RabbitInbox::close);
        try {
            publisher.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connections.close();
    }

    private void receive(Inbox inbox, MessageHandler handler, byte[] body) {
        switch (Envelope.open(body)) {
            case Envelope.Opened.Known(Message message) -> handle(inbox, handler, message, body);
            case Envelope.Opened.Unreadable it -> putAside(inbox, it.poison(), it.reason(), it.body());
        }
    }

    private void handle(Inbox inbox, MessageHandler handler, Message message, byte[] body) {
        try {
            handler.handle(message);
        } catch (RuntimeException e) {
            LOG.error("Failed to handle a message in {}", inbox, e);
            putAside(inbox, Poison.HANDLER_FAILED, e.toString(), new String(body, StandardCharsets.UTF_8));
        }
    }

    private void putAside(Inbox inbox, Poison poison, String reason, String body) {
        listener.deadLettered(poison.code());
        var _ = deadLetter(poison.letter(inbox, reason, body)).thenAccept(outcomes -> {
            if (!(outcomes.getFirst() instanceof Delivery.Delivered)) {
                LOG.error("Lost a dead letter of {}: {} ({})", inbox, reason, outcomes.getFirst());
            }
        });
    }
}
