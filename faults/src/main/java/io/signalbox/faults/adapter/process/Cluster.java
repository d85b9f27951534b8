package io.signalbox.faults.adapter.process;

import io.signalbox.faults.adapter.net.Weather;
import io.signalbox.faults.core.plan.Site;
import io.signalbox.faults.core.plan.Version;
import io.signalbox.testkit.infra.cluster.ApiClient;
import io.signalbox.testkit.infra.cluster.RealParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;

/** Two gateways, two schedulers and four runners on a RabbitMQ and a MongoDB, with a line for each two that talk. */
public final class Cluster implements AutoCloseable {
    private static final Duration STARTED = Duration.ofMinutes(2);
    private static final long STOPPED_SECONDS = 15;

    private final Path folder;
    private final RealParts parts;
    private final Optional<SmallDisk> disk;
    private final Lines lines;
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    private Cluster(Path folder, RealParts parts, Optional<SmallDisk> disk, Lines lines) {
        this.folder = folder;
        this.parts = parts;
        this.disk = disk;
        this.lines = lines;
    }

    /** Starts everything in {@code folder}, with so many MongoDBs and RabbitMQs; returns when it works. */
    public static Cluster in(Path folder, Map<Version, Programs> programs, int stores, int brokers) {
        for (String each : List.of("home", "log", "pids", "tmp", "runners")) {
            create(folder.resolve(each));
        }
        RealParts parts = RealParts.in(folder.resolve("infra"), stores, brokers);
        Optional<SmallDisk> disk = SmallDisk.at(folder.resolve("runners").resolve(Site.SMALL_DISK));
        Ports ports = Ports.of(parts);
        Cluster cluster = new Cluster(folder, parts, disk, new Lines(ports.all()));
        NodeFactory factory = new NodeFactory(folder, programs, ports, cluster.lines);
        try {
            cluster.startServices(factory);
            cluster.startRunners(factory);
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    /** The process of this name. */
    public Node node(String name) {
        Node node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException("there is no process " + name);
        }
        return node;
    }

    /** Who is dead at the moment. */
    public List<String> ended() {
        return nodes.entrySet().stream()
                .filter(node -> node.getValue().hasEnded())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** It ends in order, and comes back as one of this version; returns when it works. */
    public void become(String name, Version version) {
        Node node = node(name);
        node.stop(STOPPED_SECONDS);
        node.become(version);
        node.start();
        awaitReady(node);
    }

    /** The disk of the store; empty where none may be mounted, and where there are several. */
    public Optional<SmallDisk> storeDisk() {
        return parts.storeDisk().map(SmallDisk::new);
    }

    /** Broker and store. */
    public RealParts parts() {
        return parts;
    }

    /** What connects them. */
    public Lines lines() {
        return lines;
    }

    /** The disk of one runner; empty where none may be mounted. */
    public Optional<SmallDisk> disk() {
        return disk;
    }

    /** Clients of all gateways, each over the line of the load. */
    public List<ApiClient> clients() {
        return lines.gateways(Site.LOAD).stream()
                .map(gateway -> ApiClient.at(gateway, home("ca.pem"), read(home("admin-token"))))
                .toList();
    }

    /** Ends every fault: joins, resumes and starts what is not as it should be; returns when all of it works. */
    public void heal() {
        lines.change("", Weather.CLEAR);
        disk.ifPresent(SmallDisk::free);
        storeDisk().ifPresent(SmallDisk::free);
        parts.brokers().forEach(parts::start);
        parts.stores().forEach(parts::start);
        nodes.values().forEach(Node::resume);
        nodes.values().forEach(Node::start);
        nodes.values().forEach(Cluster::awaitReady);
    }

    @Override
    public void close() {
        lines.change("", Weather.CLEAR);
        nodes.values().forEach(Node::kill);
        lines.close();
        disk.ifPresent(SmallDisk::unmount);
        parts.close();
    }

    private void startServices(NodeFactory factory) {
        Site.SCHEDULERS.forEach(name -> nodes.put(name, factory.scheduler(name)));
        Site.GATEWAYS.forEach(name -> nodes.put(name, factory.gateway(name)));
        Site.SCHEDULERS.forEach(name -> node(name).start());
        // The first makes the certificate authority and the first tokens.
        for (String name : Site.GATEWAYS) {
            node(name).start();
            awaitReady(node(name));
        }
        Site.SCHEDULERS.forEach(name -> awaitReady(node(name)));
    }

    private void startRunners(NodeFactory factory) {
        String token = read(home("registration-token"));
        Site.RUNNERS.forEach(name -> nodes.put(name, factory.runner(name, token)));
        Site.RUNNERS.forEach(name -> node(name).start());
        Site.RUNNERS.forEach(name -> awaitReady(node(name)));
    }

    private static void awaitReady(Node node) {
        Awaitility.await(node + " is ready")
                .atMost(STARTED)
                .pollInterval(Duration.ofMillis(100))
                .until(node::isReady);
    }

    private Path home(String file) {
        return folder.resolve("home").resolve(file);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
