package io.signalbox.backbone.config;

import com.mongodb.MongoException;
import io.signalbox.backbone.bus.BusHealth;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.mongo.Store;
import org.bson.Document;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Store and broker in the health of the process. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    @Bean
    HealthIndicator storeHealthIndicator(Store store) {
        return () -> {
            try {
                store.database().runCommand(new Document("ping", 1));
                return Health.up().build();
            } catch (MongoException e) {
                return Health.down(e).build();
            }
        };
    }

    @Bean
    HealthIndicator brokerHealthIndicator(MessageBus bus) {
        return () -> switch (bus.health()) {
            case BusHealth.Connected _ -> Health.up().build();
            case BusHealth.Down down ->
                Health.down().withDetail("reason", down.reason()).build();
        };
    }
}
