package io.signalbox.backbone.rabbit;

import static java.util.Objects.requireNonNull;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import io.signalbox.backbone.bus.Destination;
import io.signalbox.backbone.bus.Inbox;
import io.signalbox.model.message.Topology;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpIOException;
import org.springframework.amqp.AmqpTimeoutException;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.core.NestedExceptionUtils;

/**
 * Exchanges, queues and routing at the broker.
 *
 * <p>The queues of a leader, a relay and a gateway are exclusive, named by the broker and gone with their connection:
 * nobody waits for a name that a half-dead connection still holds. Each is bounded. Where a message must not be dropped
 * unnoticed, a full queue refuses it. The queues that all share are quorum queues, so that in a cluster they outlive a node. One that is there
 * already is left as it is: an earlier version has declared the hints' queue as a classic one.
 */
final class RabbitTopology {

    private static final Logger LOG = LoggerFactory.getLogger(RabbitTopology.class);
    private static final int MOST_COMMANDS = 100_000;
    private static final int MOST_BELLS = 10_000;
    private static final int MOST_DEAD_LETTERS = 100_000;
    private static final long HINT_MILLIS = 2_000;

    private RabbitTopology() {}

    /** Where a message is published. */
    record Address(String exchange, String routingKey) {}

    static Address addressOf(Destination to) {
        return switch (to) {
            case Destination.Leader _ -> new Address(Topology.COMMANDS, Topology.SCHEDULER_KEY);
            case Destination.Relay it ->
                new Address(Topology.ASSIGNMENTS, it.relay().value());
            case Destination.Topic it -> new Address(Topology.EVENTS, it.key());
            case Destination.LeaderHints _ -> new Address(Topology.LEADER, Topology.LEADER_KEY);
            case Destination.DeadLetters _ -> new Address(Topology.DEAD, "");
        };
    }

    /** Declares what outlives every inbox; for a new connection. */
    static void declare(@Nullable Connection connection) {
        com.rabbitmq.client.Connection broker = requireNonNull(connection).getDelegate();
        try (Channel channel = broker.createChannel()) {
            channel.exchangeDeclare(Topology.COMMANDS, BuiltinExchangeType.DIRECT, true);
            channel.exchangeDeclare(Topology.ASSIGNMENTS, BuiltinExchangeType.DIRECT, true);
            channel.exchangeDeclare(Topology.EVENTS, BuiltinExchangeType.TOPIC, true);
            channel.exchangeDeclare(Topology.LEADER, BuiltinExchangeType.DIRECT, true);
            channel.exchangeDeclare(Topology.DEAD, BuiltinExchangeType.FANOUT, true);
            declareShared(broker, Topology.LEADER, Topology.LEADER_KEY, leaderArguments());
            declareShared(broker, Topology.DEAD, "", deadArguments());
        } catch (IOException e) {
            throw new AmqpIOException("Failed to declare the topology", e);
        } catch (TimeoutException e) {
            throw new AmqpTimeoutException("Failed to declare the topology", e);
        }
    }

    /** Declares the queue of an inbox. Returns its name. */
    static String declareQueue(Channel channel, Inbox inbox) throws IOException {
        return switch (inbox) {
            case Inbox.Leader _ ->
                ownQueue(channel, Topology.COMMANDS, List.of(Topology.SCHEDULER_KEY), refusingBeyond(MOST_COMMANDS));
            case Inbox.Relay it ->
                ownQueue(channel, Topology.ASSIGNMENTS, List.of(it.relay().value()), refusingBeyond(MOST_COMMANDS));
            case Inbox.Topics it ->
                ownQueue(channel, Topology.EVENTS, it.patterns(), Map.of("x-max-length", MOST_BELLS));
            case Inbox.LeaderHints _ -> Topology.LEADER;
        };
    }

    /** What the broker refuses ends the channel, so each has its own. */
    private static void declareShared(
            com.rabbitmq.client.Connection broker, String name, String key, Map<String, Object> arguments)
            throws IOException, TimeoutException {
        Channel channel = broker.createChannel();
        try {
            channel.queueDeclare(name, true, false, false, arguments);
            channel.queueBind(name, name, key);
            channel.close();
        } catch (IOException e) {
            if (!isThereOtherwise(e)) {
                throw e;
            }
            LOG.info(
                    "Left the queue {} as it is: {}",
                    name,
                    NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        }
    }

    /** It has other properties, or lives on a node that is away: everything else works without it. */
    private static boolean isThereOtherwise(IOException refusal) {
        return refusal.getCause() instanceof ShutdownSignalException signal
                && signal.getReason() instanceof AMQP.Channel.Close close
                && (close.getReplyCode() == AMQP.PRECONDITION_FAILED || close.getReplyCode() == AMQP.NOT_FOUND);
    }

    private static String ownQueue(Channel channel, String exchange, List<String> keys, Map<String, Object> arguments)
            throws IOException {
        String queue = channel.queueDeclare("", false, true, true, arguments).getQueue();
        for (String key : keys) {
            channel.queueBind(queue, exchange, key);
        }
        return queue;
    }

    private static Map<String, Object> refusingBeyond(int messages) {
        return Map.of("x-max-length", messages, "x-overflow", "reject-publish");
    }

    private static Map<String, Object> leaderArguments() {
        return Map.of("x-queue-type", "quorum", "x-single-active-consumer", true, "x-message-ttl", HINT_MILLIS);
    }

    private static Map<String, Object> deadArguments() {
        return Map.of("x-queue-type", "quorum", "x-max-length", MOST_DEAD_LETTERS);
    }
}
