package io.signalbox.testkit.infra.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A RabbitMQ and a MongoDB of this test's own, so that it may stop them. */
public final class RealParts implements AutoCloseable {
    private final Checkout checkout;
    private final Path folder;
    private final Map<String, String> environment;
    private final Map<String, String> addresses;

    private RealParts(Checkout checkout, Path folder, Map<String, String> environment, Map<String, String> addresses) {
        this.checkout = checkout;
        this.folder = folder;
        this.environment = environment;
        this.addresses = addresses;
    }

    /** Brings both up, with their data in {@code folder}. */
    public static RealParts in(Path folder) {
        Checkout checkout = Checkout.here();
        Map<String, String> environment = Map.of("SIGNALBOX_INFRA_DIR", folder.toString());
        Map<String, String> addresses = new HashMap<>();
        checkout.run(environment, "infra", "up").lines().forEach(line -> {
            int equals = line.indexOf('=');
            addresses.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return new RealParts(checkout, folder, environment, Map.copyOf(addresses));
    }

    /** The variables that say where they are. */
    public Map<String, String> addresses() {
        return addresses;
    }

    /** Stops {@code rabbitmq} or {@code mongodb}, and starts it again with its data. */
    public void restart(String part) {
        checkout.run(environment, "infra", "restart", part);
    }

    /** Stops it in order. */
    public void stop(String part) {
        checkout.run(environment, "infra", "stop", part);
    }

    /** Starts it, with its port and data; returns when it is ready. */
    public void start(String part) {
        checkout.run(environment, "infra", "start", part);
    }

    /** {@code kill -9}. */
    public void kill(String part) {
        checkout.run(environment, "infra", "kill", part);
    }

    /** The broker takes nothing from publishers, as when its memory is short. */
    public void blockBroker() {
        checkout.run(environment, "infra", "block", "rabbitmq");
    }

    /** It takes everything again. */
    public void unblockBroker() {
        checkout.run(environment, "infra", "unblock", "rabbitmq");
    }

    /** Its process; it has none of ours where it is a container. */
    public Victim process(String part) {
        try {
            return new Victim(Long.parseLong(
                    Files.readString(folder.resolve(part).resolve("pid")).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        checkout.run(environment, "infra", "down");
    }
}
