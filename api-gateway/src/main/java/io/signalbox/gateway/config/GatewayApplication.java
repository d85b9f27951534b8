package io.signalbox.gateway.config;

import io.signalbox.backbone.config.ServiceProcess;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.annotation.Import;

/** A gateway as a process of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {MongoAutoConfiguration.class, DataMongoAutoConfiguration.class, RabbitAutoConfiguration.class})
@Import(GatewayConfiguration.class)
public class GatewayApplication {

    /** Starts it; it runs until the process is told to end. */
    public static void main(String[] arguments) {
        ServiceProcess.start(GatewayApplication.class, arguments);
    }
}
