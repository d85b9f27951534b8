package io.signalbox.backbone.bus;

/** Whether messages can travel at present. */
public sealed interface BusHealth {

    /** They can. */
    record Connected() implements BusHealth {}

    /** They cannot, in one of the directions; the bus tries again by itself. */
    record Down(String reason) implements BusHealth {}
}
