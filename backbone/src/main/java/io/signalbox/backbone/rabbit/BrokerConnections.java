package io.signalbox.backbone.rabbit;

import com.rabbitmq.client.BlockedListener;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.connection.AbstractConnectionFactory.AddressShuffleMode;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.connection.Connection;

/** The two connections of a process. Each new one first declares the topology, so that a broker may have lost it. */
final class BrokerConnections implements AutoCloseable {

    private static final int HEARTBEAT_SECONDS = 10;

    private final CachingConnectionFactory publishing;
    private final CachingConnectionFactory consuming;
    private volatile @Nullable String alarm;

    BrokerConnections(RabbitSettings settings) {
        publishing = factory(settings, "publishing");
        publishing.addConnectionListener(this::listenForAlarms);
        consuming = factory(settings, "consuming");
    }

    CachingConnectionFactory publishing() {
        return publishing;
    }

    CachingConnectionFactory consuming() {
        return consuming;
    }

    /** The broker's reason for taking no messages at present, such as a memory alarm. */
    Optional<String> alarm() {
        return Optional.ofNullable(alarm);
    }

    @Override
    public void close() {
        consuming.destroy();
        publishing.destroy();
    }

    private static CachingConnectionFactory factory(RabbitSettings settings, String role) {
        CachingConnectionFactory factory = new CachingConnectionFactory(settings.first());
        // Whoever looks for another node does not meet everybody else there.
        factory.setAddresses(String.join(",", settings.nodes()));
        factory.setAddressShuffleMode(AddressShuffleMode.RANDOM);
        factory.setConnectionNameStrategy(_ -> settings.connectionName() + " " + role);
        factory.setConnectionTimeout(Math.toIntExact(settings.connectTimeout().toMillis()));
        factory.setRequestedHeartBeat(HEARTBEAT_SECONDS);
        factory.setExecutor(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("rabbit-" + role + "-", 0).factory()));
        factory.addConnectionListener(RabbitTopology::declare);
        return factory;
    }

    private void listenForAlarms(@Nullable Connection connection) {
        alarm = null;
        if (connection == null) {
            return;
        }
        connection.addBlockedListener(new BlockedListener() {
            @Override
            public void handleBlocked(String reason) {
                alarm = reason;
            }

            @Override
            public void handleUnblocked() {
                alarm = null;
            }
        });
    }
}
