package io.signalbox.systemtest;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A RabbitMQ and a MongoDB of this test's own, so that it may stop them. */
final class RealParts implements AutoCloseable {
    private final Checkout checkout;
    private final Map<String, String> environment;
    private final Map<String, String> addresses;

    private RealParts(Checkout checkout, Map<String, String> environment, Map<String, String> addresses) {
        this.checkout = checkout;
        this.environment = environment;
        this.addresses = addresses;
    }

    /** Brings both up, with their data in {@code folder}. */
    static RealParts in(Path folder) {
        Checkout checkout = Checkout.here();
        Map<String, String> environment = Map.of("SIGNALBOX_INFRA_DIR", folder.toString());
        Map<String, String> addresses = new HashMap<>();
        checkout.run(environment, "infra", "up").lines().forEach(line -> {
            int equals = line.indexOf('=');
            addresses.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return new RealParts(checkout, environment, Map.copyOf(addresses));
    }

    /** The variables that say where they are. */
    Map<String, String> addresses() {
        return addresses;
    }

    /** Stops {@code rabbitmq} or {@code mongodb}, and starts it again with its data. */
    void restart(String part) {
        checkout.run(environment, "infra", "restart", part);
    }

    void stop(String part) {
        checkout.run(environment, "infra", "stop", part);
    }

    void start(String part) {
        checkout.run(environment, "infra", "start", part);
    }

    @Override
    public void close() {
        checkout.run(environment, "infra", "down");
    }
}
