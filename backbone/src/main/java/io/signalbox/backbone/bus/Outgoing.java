package io.signalbox.backbone.bus;

import io.signalbox.model.message.Message;

/**
 * One message on its way.
 *
 * @param to where it goes
 * @param message what it says
 */
public record Outgoing(Destination to, Message message) {}
