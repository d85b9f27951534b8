package io.signalbox.backbone.bus;

import io.signalbox.model.message.DeadLetter;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Carries messages between the services. Works without its broker as far as that goes: sending then tells so, inboxes
 * come back by themselves. Safe for use by many threads.
 */
public interface MessageBus extends AutoCloseable {

    /** Starts; idempotent. Does not fail when the broker is away. */
    void start();

    /**
     * Sends {@code messages} in their order; never blocks, so that requests and the scheduler's loop may call it.
     *
     * @return an outcome for each, in their order; never completed with an exception. What depends on it runs in the
     *     bus's thread and must be short
     */
    CompletableFuture<List<Delivery>> send(List<Outgoing> messages);

    /**
     * Opens an inbox. Blocks for the first attempt: when it succeeds, what is sent from now on arrives; when the broker
     * is away, the inbox opens as soon as it is back.
     */
    Subscription subscribe(Inbox inbox, MessageHandler handler);

    /** Whether messages travel at present; does no I/O. */
    BusHealth health();

    /** Puts aside what nobody could handle (C17). */
    default CompletableFuture<List<Delivery>> deadLetter(DeadLetter letter) {
        return send(List.of(new Outgoing(new Destination.DeadLetters(), letter)));
    }

    /** Closes all inboxes, then sends what waits, then ends the connections; idempotent. */
    @Override
    void close();
}
