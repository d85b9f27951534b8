package io.signalbox.backbone.rabbit;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How this installation reaches its broker.
 *
 * @param uri {@code amqp} or {@code amqps}, with user and virtual host; of a cluster its nodes, divided by commas: {@code amqp://user:password@one:5672,two:5672/host}
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
        if (uri.getRawAuthority() == null) {
            throw new IllegalArgumentException("The broker's address names no host");
        }
    }

    /** The nodes, each with its port where one is said. */
    List<String> nodes() {
        return List.of(uri.getRawAuthority().substring(credentials().length()).split(",", -1));
    }

    /** The address as if the first node were the only one. */
    URI first() {
        String rest = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return URI.create(uri.getScheme() + "://" + credentials() + nodes().getFirst() + rest);
    }

    private String credentials() {
        String authority = uri.getRawAuthority();
        return authority.substring(0, authority.lastIndexOf('@') + 1);
    }

    /** The settings for a broker at {@code uri} with the usual time-outs: 3 s to connect, 5 s to confirm. */
    public static RabbitSettings at(URI uri, String connectionName) {
        return new RabbitSettings(uri, connectionName, Duration.ofSeconds(3), Duration.ofSeconds(5));
    }
}
