package io.signalbox.backbone.bus;

import java.time.Duration;

/** Hears what the bus does, for metrics. Called in the bus's threads: must not block. */
public interface BusListener {

    /** Hears nothing. */
    BusListener NONE = new BusListener() {};

    /** {@code messages} messages went out together, and their outcomes were known after {@code took}. */
    default void published(int messages, Duration took) {}

    /** A message could not be handled and was put aside; {@code code} as in the dead letter. */
    default void deadLettered(String code) {}
}
