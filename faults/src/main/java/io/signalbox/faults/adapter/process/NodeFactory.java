package io.signalbox.faults.adapter.process;

import io.signalbox.faults.core.plan.Site;
import io.signalbox.faults.core.plan.Version;
import io.signalbox.testkit.infra.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes the processes, each with its own lines to the others.
 *
 * @param folder where their files lie
 * @param programs what they run, by version; with an earlier one they begin as that
 * @param ports where they listen
 * @param lines what they see of each other
 */
record NodeFactory(Path folder, Map<Version, Programs> programs, Ports ports, Lines lines) {

    Node scheduler(String name) {
        int management = management(name);
        return service(name, Programs::scheduler, Map.of(), management);
    }

    Node gateway(String name) {
        int port = Objects.requireNonNull(ports.all().get(name));
        return service(name, Programs::gateway, Map.of("PORT", Integer.toString(port)), port);
    }

    Node runner(String name, String token) {
        List<String> options = new ArrayList<>(List.of("start", "--registration-token", token, "--name", name));
        options.addAll(List.of("--ca", folder.resolve("home/ca.pem").toString()));
        lines.gateways(name).forEach(gateway -> options.addAll(List.of("--url", gateway.toString())));
        options.addAll(List.of("--tag", String.join(",", Site.tagsOf(name))));
        options.addAll(List.of("--slots", Integer.toString(Site.SLOTS), "--min-free-disk", "1MB"));
        Path home = folder.resolve("runners").resolve(name);
        options.addAll(List.of("--home", home.toString()));
        Map<Version, List<String>> commands = commands(Programs::runner, command -> command.addAll(options));
        return new Node(name, commands, Map.of(), folder, () -> Files.exists(home.resolve("status.json")));
    }

    private Map<Version, List<String>> commands(
            Function<Programs, List<String>> program, Consumer<List<String>> complete) {
        Map<Version, List<String>> commands = new EnumMap<>(Version.class);
        programs.forEach((version, those) -> {
            List<String> command = new ArrayList<>(program.apply(those));
            complete.accept(command);
            commands.put(version, List.copyOf(command));
        });
        return Map.copyOf(commands);
    }

    private Node service(
            String name, Function<Programs, List<String>> program, Map<String, String> more, int answersAt) {
        Path temporary = folder.resolve("tmp").resolve(name);
        List<String> settings = List.of("-Djava.io.tmpdir=" + temporary, "-Dfaults.folder=" + folder);
        Map<String, String> environment = new HashMap<>(more);
        environment.put("SIGNALBOX_HOME", folder.resolve("home").toString());
        environment.put("SIGNALBOX_INSTANCE", name);
        environment.put("SIGNALBOX_MANAGEMENT_PORT", Integer.toString(management(name)));
        environment.put(Part.RABBITMQ.variable(), "amqp://guest:guest@" + brokersOnTheLinesOf(name));
        environment.put(Part.MONGODB.variable(), ports.replicas().orElseGet(() -> storeOnTheLineOf(name)));
        create(temporary);
        Map<Version, List<String>> commands = commands(program, command -> command.addAll(1, settings));
        return new Node(name, commands, environment, folder, () -> answers(answersAt));
    }

    private String brokersOnTheLinesOf(String name) {
        return ports.brokers().stream()
                .map(broker -> "127.0.0.1:" + lines.port(name, broker))
                .collect(Collectors.joining(","));
    }

    /** Without the option the driver goes to where the replica set says that it is, past the line. */
    private String storeOnTheLineOf(String name) {
        return "mongodb://127.0.0.1:" + lines.port(name, Site.STORE) + "/?directConnection=true";
    }

    private int management(String name) {
        return Objects.requireNonNull(ports.management().get(name));
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
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
