package io.signalbox.testkit.infra;

import com.mongodb.client.MongoClients;
import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.ShutdownSignalException;
import io.signalbox.model.message.Topology;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What one test class holds of the parts while it runs. The names at the broker are the product's own, so classes take
 * turns at it, in whatever process they run, and each finds its lasting queues gone. The database is the class's own.
 */
final class InfraLease implements AutoCloseable {
    /** Whoever has this queue has the broker. */
    static final String TURN = "test.turn";

    private static final int LONGEST_NAME = 40;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);
    private static final Pattern MONGODB_URI =
            Pattern.compile("(?<hosts>mongodb(?:\\+srv)?://[^/?]+)(?:/[^?]*)?(?<options>\\?.*)?");

    private final Infra infra;
    private final List<AutoCloseable> held = new ArrayList<>();

    private InfraLease(Infra infra) {
        this.infra = infra;
    }

    static InfraLease of(Class<?> test, Set<Part> parts, Function<Part, String> addresses) {
        var name = nameOf(test);
        var own = new EnumMap<Part, URI>(Part.class);
        for (var part : parts) {
            var address = addresses.apply(part);
            own.put(part, URI.create(part == Part.MONGODB ? withDatabase(address, name) : address));
        }
        var lease = new InfraLease(new Infra(name, Map.copyOf(own)));
        try {
            lease.prepare();
            return lease;
        } catch (Exception e) {
            lease.close();
            throw new IllegalStateException("the parts for %s cannot be prepared".formatted(name), e);
        }
    }

    Infra infra() {
        return infra;
    }

    /** The same connection string for another database. */
    static String withDatabase(String uri, String database) {
        var parts = MONGODB_URI.matcher(uri);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no connection string: " + Part.MONGODB.variable());
        }
        var options = parts.group("options");
        return parts.group("hosts") + "/" + database + (options == null ? "" : options);
    }

    @Override
    public void close() {
        for (var each : held.reversed()) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IllegalStateException("the parts of %s cannot be given back".formatted(infra.name()), e);
            }
        }
        held.clear();
    }

    private void prepare() throws Exception {
        if (infra.addresses().containsKey(Part.MONGODB)) {
            held.add(this::dropDatabase);
        }
        if (infra.addresses().containsKey(Part.RABBITMQ)) {
            awaitTurn();
            removeLastingQueues();
        }
    }

    /** A queue that one connection at a time can have: it is free again when its holder closes it, or dies. */
    private void awaitTurn() throws Exception {
        var connection = connect();
        held.add(connection);
        while (!takesTurn(connection)) {
            Thread.sleep(BETWEEN_TRIES);
        }
    }

    private static boolean takesTurn(Connection connection) throws IOException, TimeoutException {
        try (var channel = connection.createChannel()) {
            channel.queueDeclare(TURN, false, true, false, Map.of());
            return true;
        } catch (IOException e) {
            if (e.getCause() instanceof ShutdownSignalException refused
                    && refused.getReason() instanceof AMQP.Channel.Close close
                    && close.getReplyCode() == AMQP.RESOURCE_LOCKED) {
                return false;
            }
            throw e;
        }
    }

    private void removeLastingQueues() throws Exception {
        try (var connection = connect();
                var channel = connection.createChannel()) {
            for (var queue : List.of(Topology.LEADER, Topology.DEAD)) {
                channel.queueDelete(queue);
            }
        }
    }

    private Connection connect() throws Exception {
        var factory = new ConnectionFactory();
        factory.setUri(infra.rabbitmq());
        return factory.newConnection("test");
    }

    private void dropDatabase() {
        try (var client = MongoClients.create(infra.mongodb())) {
            client.getDatabase(infra.name()).drop();
        }
    }

    private static String nameOf(Class<?> test) {
        var simple = test.getSimpleName().toLowerCase(Locale.ROOT);
        var random = UUID.randomUUID().toString().substring(0, 8);
        return simple.substring(0, Math.min(simple.length(), LONGEST_NAME)) + "_" + random;
    }
}
