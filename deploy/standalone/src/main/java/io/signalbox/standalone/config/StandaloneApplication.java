package io.signalbox.standalone.config;

import io.signalbox.backbone.config.ServiceProcess;
import io.signalbox.gateway.config.GatewayConfiguration;
import io.signalbox.scheduler.config.SchedulerConfiguration;
import io.signalbox.standalone.store.DataFolderInUse;
import io.signalbox.standalone.store.EmbeddedStore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * Gateway and scheduler in one process. Where {@code SIGNALBOX_MONGODB_URI} names no store, it brings its own in {@code data/} of
 * the home; where {@code SIGNALBOX_AMQP_URI} names no broker, messages stay in the process.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {MongoAutoConfiguration.class, DataMongoAutoConfiguration.class, RabbitAutoConfiguration.class})
@Import({GatewayConfiguration.class, SchedulerConfiguration.class})
public class StandaloneApplication {
    private static final Logger LOG = LoggerFactory.getLogger(StandaloneApplication.class);
    private static final long EMBEDDED_BACKLOG = 50_000;

    /** Starts everything; it runs until the process is told to end. */
    public static void main(String[] arguments) {
        try {
            ServiceProcess.start(StandaloneApplication.class, storeOf(System.getenv()), arguments);
        } catch (DataFolderInUse e) {
            LOG.error("Failed to start: {}", e.getMessage());
            System.exit(1);
        }
    }

    private static Map<String, Object> storeOf(Map<String, String> environment) {
        Map<String, Object> properties = new HashMap<>();
        if (!environment.containsKey("SIGNALBOX_MONGODB_URI")) {
            Path home = Path.of(environment.getOrDefault("SIGNALBOX_HOME", ".signalbox"));
            EmbeddedStore store = EmbeddedStore.open(home.resolve("data"));
            SpringApplication.getShutdownHandlers().add(store::close);
            properties.put("signalbox.mongodb-uri", store.uri());
            properties.put("signalbox.backlog-of-store", EMBEDDED_BACKLOG);
        }
        return properties;
    }
}
