package io.signalbox.testkit.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import com.rabbitmq.client.ConnectionFactory;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@RequiresInfra
class RequiresInfraIT {
    private final Infra infra;

    RequiresInfraIT(Infra infra) {
        this.infra = infra;
    }

    @Test
    void storeIsReplicatedAndTheDatabaseEmpty() {
        try (var client = MongoClients.create(infra.mongodb())) {
            var database = client.getDatabase(infra.name());
            assertThat(database.listCollectionNames()).isEmpty();
            assertThat(database.runCommand(new Document("hello", 1))).containsKey("setName");
        }
    }

    @Test
    void brokerAnswers() throws Exception {
        var factory = new ConnectionFactory();
        factory.setUri(infra.rabbitmq());
        try (var connection = factory.newConnection()) {
            assertThat(connection.isOpen()).isTrue();
        }
    }

    @Test
    void nobodyElseHasTheBroker() throws Exception {
        var factory = new ConnectionFactory();
        factory.setUri(infra.rabbitmq());
        try (var connection = factory.newConnection()) {
            var channel = connection.createChannel();
            assertThatThrownBy(() -> channel.queueDeclare(InfraLease.TURN, false, true, false, Map.of()))
                    .rootCause()
                    .hasMessageContaining("RESOURCE_LOCKED");
        }
    }

    @Test
    void processesGetTheAddressesByTheirEnvironment() {
        assertThat(infra.environment()).containsOnlyKeys("SIGNALBOX_MONGODB_URI", "SIGNALBOX_AMQP_URI");
        assertThat(infra.environment().get("SIGNALBOX_MONGODB_URI")).contains("/" + infra.name());
    }

    @Nested
    class Inside {
        @Test
        void nestedClassesShareWhatTheOuterOneHas(Infra same) {
            assertThat(List.of(same)).containsExactly(infra);
        }
    }
}
