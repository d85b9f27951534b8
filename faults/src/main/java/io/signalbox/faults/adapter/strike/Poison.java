package io.signalbox.faults.adapter.strike;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Address;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.signalbox.testkit.infra.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Messages that nobody understands, to everybody who listens. */
final class Poison {
    private static final List<String> BODIES = List.of(
            "", "nonsense", "[]", "{\"type\":\"task-submitted\"}", "{\"type\":\"no such type\",\"version\":99}");
    private static final Map<String, String> LISTENERS = Map.of(
            "signalbox.commands", "scheduler", "signalbox.events", "task.default.passed", "signalbox.leader", "leader");

    private Poison() {}

    static void into(Map<String, String> addresses) {
        ConnectionFactory factory = new ConnectionFactory();
        try {
            String broker = addresses.getOrDefault(Part.RABBITMQ.variable(), "");
            Address[] nodes = Address.parseAddresses(broker.substring(broker.indexOf('@') + 1));
            try (Connection connection = factory.newConnection(nodes, "poison");
                    Channel channel = connection.createChannel()) {
                for (Map.Entry<String, String> listener : LISTENERS.entrySet()) {
                    publish(channel, listener.getKey(), listener.getValue());
                }
            }
        } catch (IOException | TimeoutException e) {
            throw new IllegalStateException("the broker does not take it: " + e.getMessage(), e);
        }
    }

    private static void publish(Channel channel, String exchange, String key) throws IOException {
        BasicProperties json =
                new BasicProperties.Builder().contentType("application/json").build();
        for (String body : BODIES) {
            channel.basicPublish(exchange, key, json, body.getBytes(StandardCharsets.UTF_8));
        }
    }
}
