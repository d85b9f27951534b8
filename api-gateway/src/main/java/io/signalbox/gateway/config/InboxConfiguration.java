package io.signalbox.gateway.config;

import io.signalbox.backbone.bus.MessageBus;
import io.signalbox.gateway.inbox.RelayCommandListener;
import io.signalbox.gateway.inbox.RelayInbox;
import io.signalbox.model.id.RelayId;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This run's name at the bus, and its inbox. */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {

    @Bean
    RelayId relayId() {
        return new RelayId(
                "r-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    RelayInbox relayInbox(MessageBus bus, RelayId relay, ObjectProvider<RelayCommandListener> listeners) {
        return new RelayInbox(bus, relay, listeners.stream().toList());
    }
}
