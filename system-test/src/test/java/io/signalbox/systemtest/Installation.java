package io.signalbox.systemtest;

import io.signalbox.testkit.infra.cluster.ApiClient;
import io.signalbox.testkit.infra.cluster.Checkout;
import io.signalbox.testkit.infra.cluster.Metrics;
import io.signalbox.testkit.infra.cluster.RealParts;
import io.signalbox.testkit.infra.cluster.Victim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A Signalbox that {@code bin/up} has started, in a home of its own. */
final class Installation implements AutoCloseable {
    /** Its processes live for seconds: the quick compiler alone starts them sooner. */
    private static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private final Checkout checkout = Checkout.here();
    private final Path home;
    private final Map<String, String> environment;
    private final List<String> options;

    private Installation(Path home, Map<String, String> environment, List<String> options) {
        this.home = home;
        this.environment = environment;
        this.options = options;
    }

    /** Starts two gateways and two schedulers as processes of their own. */
    static Installation cluster(Path home, RealParts parts, int port) {
        return cluster(home, parts, port, Map.of());
    }

    /** The same with settings of its own. */
    static Installation cluster(Path home, RealParts parts, int port, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.putAll(parts.addresses());
        return start(home, environment, port, List.of("--cluster", "--detach", "--no-runner"));
    }

    /** Starts everything in one process, with the embedded store. */
    static Installation standalone(Path home, int port) {
        return standalone(home, port, Map.of());
    }

    /** The same with settings of its own. */
    static Installation standalone(Path home, int port, Map<String, String> settings) {
        return start(home, settings, port, List.of("--detach", "--no-runner"));
    }

    private static Installation start(Path home, Map<String, String> parts, int port, List<String> options) {
        Map<String, String> environment = new HashMap<>(parts);
        environment.put("SIGNALBOX_JAVA_OPTS", QUICK);
        environment.put("SIGNALBOX_HOME", home.toString());
        environment.put("PORT", Integer.toString(port));
        Installation installation = new Installation(home, environment, options);
        installation.startMissing();
        return installation;
    }

    /** Starts those of its processes that do not run. */
    void startMissing() {
        checkout.run(environment, "up", options.toArray(String[]::new));
    }

    /** The gateways' addresses, in the order of their names. */
    List<URI> gateways() {
        return read("urls").lines().map(URI::create).toList();
    }

    /** A client of the API at the gateway with this number, from 1. */
    ApiClient api(int gateway) {
        return ApiClient.at(gateways().get(gateway - 1), home.resolve("ca.pem"), read("admin-token"));
    }

    /** The process of this name, such as {@code scheduler-1}. */
    Victim process(String name) {
        return new Victim(Long.parseLong(read("run/" + name + ".pid")));
    }

    /** Whether the scheduler of this name says that it leads; one that is frozen or dead does not. */
    boolean leads(String name) {
        return Metrics.of(Integer.parseInt(read("run/" + name + ".management-port")))
                        .value("signalbox_leader")
                        .orElse(0.0)
                > 0;
    }

    /** Starts a runner that knows all gateways. */
    RunnerProcess runner(String name, String... options) {
        return runnerBy("runner", name, options);
    }

    /** The same by another program: the path of one, or a command of the checkout. */
    RunnerProcess runnerBy(String program, String name, String... options) {
        List<String> words = new ArrayList<>(List.of("--registration-token", read("registration-token")));
        gateways().forEach(gateway -> words.addAll(List.of("--url", gateway.toString())));
        words.addAll(List.of("--name", name));
        words.addAll(List.of(options));
        return RunnerProcess.start(checkout, program, home, words);
    }

    /** Starts {@code bin/signalbox} with these words; it finds the gateway by this home. */
    TypedCommand type(String... words) {
        return TypedCommand.start(checkout, Map.of("SIGNALBOX_HOME", home.toString()), words);
    }

    @Override
    public void close() {
        checkout.run(environment, "down");
    }

    private String read(String file) {
        try {
            return Files.readString(home.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
