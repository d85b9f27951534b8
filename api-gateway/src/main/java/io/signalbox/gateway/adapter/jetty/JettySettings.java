package io.signalbox.gateway.adapter.jetty;

import java.time.Duration;

/**
 * Limits of the web server.
 *
 * @param port where it listens; 0: any free one
 * @param streams how many requests one HTTP/2 connection may have open; a runner holds one for each slot
 * @param headerBytes how long a request line with its headers may be
 * @param idle how long a connection may be silent; longer than the relay holds a sync
 */
public record JettySettings(int port, int streams, int headerBytes, Duration idle) {
    /** The usual limits: 256 streams, 16 KiB, 90 s. */
    public static JettySettings usual(int port) {
        return new JettySettings(port, 256, 16 * 1024, Duration.ofSeconds(90));
    }
}
