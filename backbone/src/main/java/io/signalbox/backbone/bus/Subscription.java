package io.signalbox.backbone.bus;

/** An open inbox. */
public interface Subscription extends AutoCloseable {

    /** Whether messages arrive at present; a broker that went away and came back makes it so again by itself. */
    boolean isActive();

    /** Ends the inbox; idempotent. No further message is handed over; one that is being handled may still go on. */
    @Override
    void close();
}
