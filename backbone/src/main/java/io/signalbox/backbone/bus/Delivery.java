package io.signalbox.backbone.bus;

/** What became of one sent message. */
public sealed interface Delivery {

    /** It lies in at least one inbox. Whether anybody reads it there, the store will tell. */
    record Delivered() implements Delivery {}

    /** Nobody has an inbox for it. */
    record Unroutable() implements Delivery {}

    /** The bus did not take it, or did not say so in time: it may still arrive. */
    record Unavailable(String reason) implements Delivery {}
}
