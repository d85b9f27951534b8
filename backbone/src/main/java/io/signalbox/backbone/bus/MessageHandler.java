package io.signalbox.backbone.bus;

import io.signalbox.model.message.Message;

/** Receives what arrives in one inbox, one message at a time, in the order in which each sender sent it. */
@FunctionalInterface
public interface MessageHandler {

    /**
     * Handles {@code message}. May block: then this inbox waits, and no other. What it throws makes the message a dead
     * letter, and the next one follows.
     */
    void handle(Message message);
}
