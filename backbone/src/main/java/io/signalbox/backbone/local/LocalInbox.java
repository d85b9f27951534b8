package io.signalbox.backbone.local;

import io.signalbox.backbone.bus.Destination;
import io.signalbox.backbone.bus.Inbox;
import io.signalbox.backbone.bus.MessageHandler;
import io.signalbox.backbone.bus.Subscription;
import io.signalbox.model.message.Message;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A bounded queue with a virtual thread that hands its messages over, one at a time. */
final class LocalInbox implements Subscription {

    private static final int CAPACITY = 100_000;
    private static final Optional<Message> END = Optional.empty();

    private final Inbox inbox;
    private final MessageHandler handler;
    private final BiConsumer<Message, RuntimeException> onFailure;
    private final Consumer<LocalInbox> onClose;
    private final List<TopicPattern> patterns;
    private final BlockingQueue<Optional<Message>> queue = new LinkedBlockingQueue<>(CAPACITY);
    private volatile boolean closed;

    LocalInbox(
            Inbox inbox,
            MessageHandler handler,
            BiConsumer<Message, RuntimeException> onFailure,
            Consumer<LocalInbox> onClose) {
        this.inbox = inbox;
        this.handler = handler;
        this.onFailure = onFailure;
        this.onClose = onClose;
        this.patterns = inbox instanceof Inbox.Topics topics
                ? topics.patterns().stream().map(TopicPattern::of).toList()
                : List.of();
    }

    LocalInbox open() {
        Thread.ofVirtual().name("inbox " + inbox).start(this::deliverUntilClosed);
        return this;
    }

    boolean accepts(Destination to) {
        return switch (to) {
            case Destination.Leader _ -> inbox instanceof Inbox.Leader;
            case Destination.Relay it -> inbox instanceof Inbox.Relay(var relay) && relay.equals(it.relay());
            case Destination.Topic(String key) -> patterns.stream().anyMatch(pattern -> pattern.matches(key));
            case Destination.LeaderHints _ -> inbox instanceof Inbox.LeaderHints;
            case Destination.DeadLetters _ -> false;
        };
    }

    /** Whether there was room. */
    boolean offer(Message message) {
        return queue.offer(Optional.of(message));
    }

    @Override
    public boolean isActive() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
        onClose.accept(this);
        queue.clear();
        queue.add(END);
    }

    private void deliverUntilClosed() {
        try {
            for (Optional<Message> next = queue.take(); next.isPresent() && !closed; next = queue.take()) {
                deliver(next.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Message message) {
        try {
            handler.handle(message);
        } catch (RuntimeException e) {
            onFailure.accept(message, e);
        }
    }
}
