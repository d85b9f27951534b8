package io.signalbox.testkit.infra.cluster;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.signalbox.testkit.infra.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;

/** A RabbitMQ and a MongoDB of this test's own, so that it may stop them. */
public final class RealParts implements AutoCloseable {
    /** Of this size: the store's journal alone takes 200 MB. */
    private static final String STORE_DISK = "600m";

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
        return in(folder, Map.of());
    }

    /**
     * The same, with a replica set of so many MongoDBs and a cluster of so many RabbitMQs. A store that is alone has a disk of its own, where one
     * may be mounted.
     */
    public static RealParts in(Path folder, int stores, int brokers) {
        return in(
                folder,
                Map.of(
                        "SIGNALBOX_INFRA_STORES", Integer.toString(stores),
                        "SIGNALBOX_INFRA_BROKERS", Integer.toString(brokers),
                        "SIGNALBOX_INFRA_STORE_DISK", stores == 1 ? STORE_DISK : ""));
    }

    private static RealParts in(Path folder, Map<String, String> settings) {
        Checkout checkout = Checkout.here();
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("SIGNALBOX_INFRA_DIR", folder.toString());
        Map<String, String> addresses = new HashMap<>();
        checkout.run(environment, "infra", "up").lines().forEach(line -> {
            int equals = line.indexOf('=');
            addresses.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return new RealParts(checkout, folder, Map.copyOf(environment), Map.copyOf(addresses));
    }

    /** The variables that say where they are. */
    public Map<String, String> addresses() {
        return addresses;
    }

    /** The members of the store's replica set, by name. */
    public List<String> stores() {
        return members("mongodb");
    }

    /** The nodes of the broker's cluster, by name. */
    public List<String> brokers() {
        return members("rabbitmq");
    }

    /** The node that leads the queue of the hints; of one that is alone, this one. */
    public String leadingBroker() {
        List<String> brokers = brokers();
        return brokers.size() == 1
                ? brokers.getFirst()
                : checkout.run(environment, "infra", "leader", "rabbitmq").strip();
    }

    /** Where the disk of a store that is alone is mounted; empty where it has none of its own. */
    public Optional<Path> storeDisk() {
        return Optional.of(folder.resolve("mongodb").resolve("data"))
                .filter(_ -> Files.exists(folder.resolve("mongodb").resolve("disk")));
    }

    private List<String> members(String kind) {
        try (Stream<Path> parts = Files.list(folder)) {
            return parts.map(part -> part.getFileName().toString())
                    .filter(name -> name.startsWith(kind))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The member that the others have elected; of one that is alone, this one. */
    public String primary() {
        List<String> stores = stores();
        if (stores.size() == 1) {
            return stores.getFirst();
        }
        try (MongoClient client = MongoClients.create(addresses.getOrDefault(Part.MONGODB.variable(), ""))) {
            String primary = client.getDatabase("admin")
                    .runCommand(new Document("hello", 1))
                    .getString("primary");
            return stores.stream()
                    .filter(store -> primary != null && primary.endsWith(":" + read(store, "port")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is no primary among " + stores));
        }
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
        return new Victim(Long.parseLong(read(part, "pid")));
    }

    private String read(String part, String file) {
        try {
            return Files.readString(folder.resolve(part).resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        checkout.run(environment, "infra", "down");
    }
}
