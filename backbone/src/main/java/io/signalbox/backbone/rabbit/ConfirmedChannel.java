package io.signalbox.backbone.rabbit;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import io.signalbox.backbone.bus.Delivery;
import io.signalbox.backbone.bus.Destination;
import io.signalbox.backbone.bus.Outgoing;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.rabbit.connection.Connection;

/**
 * A channel that publishes batches, each with one wait for the broker's confirms.
 *
 * <p>A message is delivered when it was confirmed and not returned: a broker confirms what it returned, too. It sends the
 * return first, and the client's reader calls this listener before it counts the confirm, so that when the wait is over
 * every return of the batch is known. For use by one thread.
 */
final class ConfirmedChannel {

    private static final int TRANSIENT = 1;
    private static final int PERSISTENT = 2;

    private final Channel channel;
    private final Set<String> returned = ConcurrentHashMap.newKeySet();

    private ConfirmedChannel(Channel channel) {
        this.channel = channel;
    }

    static ConfirmedChannel open(Connection connection) throws IOException {
        ConfirmedChannel opened = new ConfirmedChannel(connection.getDelegate().createChannel());
        opened.channel.confirmSelect();
        opened.channel.addReturnListener(
                it -> opened.returned.add(it.getProperties().getMessageId()));
        return opened;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /**
     * Publishes {@code messages} in their order and waits for the confirms.
     *
     * @throws TimeoutException when the broker did not confirm all of them in time
     */
    List<Delivery> publish(List<Outgoing> messages, Duration patience)
            throws IOException, TimeoutException, InterruptedException {
        returned.clear();
        for (int i = 0; i < messages.size(); i++) {
            publish(messages.get(i), Integer.toString(i));
        }
        boolean confirmed = channel.waitForConfirms(patience.toMillis());
        List<Delivery> outcomes = new ArrayList<>(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            outcomes.add(outcome(confirmed, returned.contains(Integer.toString(i))));
        }
        return outcomes;
    }

    private void publish(Outgoing outgoing, String id) throws IOException {
        RabbitTopology.Address address = RabbitTopology.addressOf(outgoing.to());
        BasicProperties properties = new BasicProperties.Builder()
                .contentType("application/json")
                .messageId(id)
                .deliveryMode(outgoing.to() instanceof Destination.DeadLetters ? PERSISTENT : TRANSIENT)
                .build();
        byte[] body = Envelope.seal(outgoing.message());
        channel.basicPublish(address.exchange(), address.routingKey(), true, properties, body);
    }

    private static Delivery outcome(boolean confirmed, boolean returned) {
        if (returned) {
            return new Delivery.Unroutable();
        }
        return confirmed ? new Delivery.Delivered() : new Delivery.Unavailable("an inbox of the batch is full");
    }
}
