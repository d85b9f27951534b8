package io.signalbox.scheduler.config;

import io.signalbox.backbone.config.ServiceProcess;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** A scheduler as a process of its own. It serves nothing but its management port. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {MongoAutoConfiguration.class, DataMongoAutoConfiguration.class, RabbitAutoConfiguration.class})
@PropertySource("classpath:signalbox-scheduler.properties")
@Import(SchedulerConfiguration.class)
public class SchedulerApplication {

    /** Starts it; it runs until the process is told to end. */
    public static void main(String[] arguments) {
        ServiceProcess.start(SchedulerApplication.class, arguments);
    }
}
