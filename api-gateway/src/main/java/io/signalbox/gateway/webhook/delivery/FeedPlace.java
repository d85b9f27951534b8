package io.signalbox.gateway.webhook.delivery;

import java.util.OptionalLong;

/** How far the feed has been read for webhooks. Methods block for a round trip and end with a problem when the store is away. */
public interface FeedPlace {

    /** The last event that was read; nothing where it was never read. */
    OptionalLong read();

    /** Everything up to this one was read; it never goes back. */
    void passed(long sequence);
}
