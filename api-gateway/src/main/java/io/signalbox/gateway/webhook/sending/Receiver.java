package io.signalbox.gateway.webhook.sending;

import io.signalbox.gateway.webhook.delivery.Outcome;
import java.net.URI;

/** The other end. */
@FunctionalInterface
public interface Receiver {

    /**
     * What is sent.
     *
     * @param url where to
     * @param id of the delivery
     * @param timestamp seconds since 1970, of this try
     * @param signature over all three others
     * @param body the event
     */
    record Parcel(URI url, String id, long timestamp, String signature, String body) {}

    /** Sends it; blocks for as long as a receiver may take. */
    Outcome post(Parcel parcel);
}
