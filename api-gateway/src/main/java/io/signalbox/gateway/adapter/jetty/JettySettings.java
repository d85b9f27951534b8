package io.signalbox.gateway.adapter.jetty;

import java.time.Duration;

/**
 * Limits of the web server.
 *
 * @param port where it listens; 0: any free one
 * @param streams how many requests one HTTP/2 connection may have open; a runner holds one for each slot
 * @param headerBytes how long a request line with its headers may be
 * @param idle how long a connection may be silent; longer than the relay holds a sync
 * @param arrivals new connections each second
 * @param waiting how many more may wait for that
 */
public record JettySettings(int port, int streams, int headerBytes, Duration idle, int arrivals, int waiting) {
    /** The usual limits: 256 streams, 16 KiB, 90 s, of each processor 100 handshakes a second, and a queue of some seconds. */
    public static JettySettings usual(int port) {
        int arrivals = 100 * Runtime.getRuntime().availableProcessors();
        return new JettySettings(port, 256, 16 * 1024, Duration.ofSeconds(90), arrivals, 4 * arrivals);
    }
}
