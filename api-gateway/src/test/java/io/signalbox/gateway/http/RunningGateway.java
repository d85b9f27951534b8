package io.signalbox.gateway.http;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.signalbox.gateway.config.GatewayApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** A gateway on a free port with TLS, over a store in memory; made at its first use and shared by all tests of the JVM. */
public final class RunningGateway implements AutoCloseable {
    private static final AtomicInteger FURTHER = new AtomicInteger();

    private final ConfigurableApplicationContext context;
    private final Path home;
    private final String mongodbUri;
    private final AutoCloseable owned;

    private RunningGateway(Path home, String mongodbUri, Map<String, Object> properties, AutoCloseable owned) {
        this.home = home;
        this.owned = owned;
        this.mongodbUri = mongodbUri;
        this.context = new SpringApplicationBuilder(GatewayApplication.class)
                .properties("logging.level.root=error", "spring.main.banner-mode=off")
                .properties(properties)
                .run(
                        "--signalbox.home=" + home,
                        "--signalbox.port=0",
                        "--signalbox.mongodb-uri=" + mongodbUri,
                        "--spring.main.register-shutdown-hook=false");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(home.resolve("url")));
    }

    /** The one that tests share. */
    public static RunningGateway shared() {
        return Shared.GATEWAY;
    }

    /** One of a test's own, over a store of the test's own. */
    public static RunningGateway over(String mongodbUri) {
        return over(mongodbUri, Map.of());
    }

    /** One of a test's own, over a store of the test's own, with settings of its own. */
    public static RunningGateway over(String mongodbUri, Map<String, Object> properties) {
        try {
            Path home = Files.createTempDirectory("gateway");
            return new RunningGateway(home, mongodbUri, properties, () -> FileSystemUtils.deleteRecursively(home));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A further one over the same home and store, with files of its own in it. */
    public RunningGateway second(Map<String, Object> properties) {
        Map<String, Object> own = new HashMap<>(properties);
        own.putIfAbsent("signalbox.instance", "further-" + FURTHER.incrementAndGet());
        return new RunningGateway(home, mongodbUri, own, () -> {});
    }

    /** A client of it that shows the admin token. */
    public ApiClient client() {
        return new ApiClient(url(), home.resolve("ca.pem"), read("admin-token"));
    }

    /** Its folder. */
    public Path home() {
        return home;
    }

    /** Where it is. */
    public URI url() {
        return URI.create("https://localhost:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** The management port. */
    public URI management() {
        return URI.create(read("management-url"));
    }

    /** A bean of it. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        try {
            owned.close();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot remove what the gateway has left in " + home, e);
        }
    }

    private String read(String file) {
        try {
            return Files.readString(home.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {
        static final RunningGateway GATEWAY = over(new MongoServer(new MemoryBackend()).bindAndGetConnectionString());

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(GATEWAY::close));
        }
    }
}
