package io.signalbox.testkit.infra;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.rabbitmq.RabbitMQContainer;

/** Containers, where an engine answers. */
final class Containers implements PartSource {
    private static final String MONGODB = "mongo:7";
    private static final String RABBITMQ = "rabbitmq:4";

    private final List<GenericContainer<?>> running = new ArrayList<>();

    @Override
    public Answer start(Set<Part> parts) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return new Answer.Unavailable("no container engine answers");
        }
        try {
            var addresses = new EnumMap<Part, String>(Part.class);
            for (var part : parts) {
                addresses.put(part, start(part));
            }
            return new Answer.Started(addresses);
        } catch (RuntimeException e) {
            return new Answer.Unavailable("the containers do not start: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        running.forEach(GenericContainer::stop);
    }

    private String start(Part part) {
        return switch (part) {
            case MONGODB ->
                started(new MongoDBContainer(MONGODB).withReplicaSet()).getReplicaSetUrl();
            case RABBITMQ -> {
                var rabbitmq = started(new RabbitMQContainer(RABBITMQ));
                yield "amqp://%s:%s@%s:%d"
                        .formatted(
                                rabbitmq.getAdminUsername(),
                                rabbitmq.getAdminPassword(),
                                rabbitmq.getHost(),
                                rabbitmq.getAmqpPort());
            }
        };
    }

    private <C extends GenericContainer<?>> C started(C container) {
        running.add(container);
        container.start();
        return container;
    }
}
