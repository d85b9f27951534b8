package io.signalbox.backbone.config;

import io.signalbox.backbone.bus.BusListener;
import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.backbone.local.LocalBus;
import io.signalbox.backbone.rabbit.RabbitBus;
import io.signalbox.backbone.rabbit.RabbitSettings;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The process's bus: RabbitMQ where an address is configured, else one that ends at this process. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BusProperties.class)
class BusConfiguration {

    @Bean(initMethod = "start", destroyMethod = "close")
    MessageBus messageBus(BusProperties properties, ObjectProvider<BusListener> listeners) {
        BusListener all = new AllListeners(listeners.stream().toList());
        return properties.amqpUri() == null
                ? new LocalBus(all)
                : new RabbitBus(RabbitSettings.at(properties.amqpUri(), "signalbox"), all);
    }

    private record AllListeners(Iterable<BusListener> listeners) implements BusListener {
        @Override
        public void published(int messages, Duration took) {
            listeners.forEach(listener -> listener.published(messages, took));
        }

        @Override
        public void deadLettered(String code) {
            listeners.forEach(listener -> listener.deadLettered(code));
        }
    }
}
