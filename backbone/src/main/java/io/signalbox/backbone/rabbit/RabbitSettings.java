package io.signalbox.backbone.rabbit;

import java.net.URI;
import java.time.Duration;

/**
 * How this installation reaches its broker.
 *
 * @param uri {@code amqp} or {@code amqps}, with user and virtual host
 * @param connectionName what the broker's own views call this process
 * @param connectTimeout how long to wait for a connection
 * @param confirmTimeout how long to wait until the broker has confirmed a batch
 */
public record RabbitSettings(URI uri, String connectionName, Duration connectTimeout, Duration confirmTimeout) {

    public RabbitSettings {
        if (!"amqp".equals(uri.getScheme()) && !"amqps".equals(uri.getScheme())) {
            throw new IllegalArgumentException(
                    "The broker's address must begin with amqp:// or amqps://, found scheme '" + uri.getScheme() + "'");
        }
    }

    /** The settings for a broker at {@code uri} with the usual time-outs: 3 s to connect, 5 s to confirm. */
    public static RabbitSettings at(URI uri, String connectionName) {
        return new RabbitSettings(uri, connectionName, Duration.ofSeconds(3), Duration.ofSeconds(5));
    }
}
