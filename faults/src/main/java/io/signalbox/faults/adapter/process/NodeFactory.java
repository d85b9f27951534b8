package io.signalbox.faults.adapter.process;

import io.signalbox.faults.core.plan.Site;
import io.signalbox.testkit.infra.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes the processes, each with its own lines to the others.
 *
 * @param folder where their files lie
 * @param programs what they run
 * @param ports where they listen
 * @param lines what they see of each other
 */
record NodeFactory(Path folder, Programs programs, Ports ports, Lines lines) {

    Node scheduler(String name) {
        int management = management(name);
        return service(name, programs.scheduler(), Map.of(), management);
    }

    Node gateway(String name) {
        int port = Objects.requireNonNull(ports.all().get(name));
        return service(name, programs.gateway(), Map.of("PORT", Integer.toString(port)), port);
    }

    Node runner(String name, String token) {
        List<String> command = new ArrayList<>(programs.runner());
        command.addAll(List.of("start", "--registration-token", token, "--name", name));
        command.addAll(List.of("--ca", folder.resolve("home/ca.pem").toString()));
        lines.gateways(name).forEach(gateway -> command.addAll(List.of("--url", gateway.toString())));
        command.addAll(List.of("--tag", String.join(",", Site.tagsOf(name))));
        command.addAll(List.of("--slots", Integer.toString(Site.SLOTS), "--min-free-disk", "1MB"));
        Path home = folder.resolve("runners").resolve(name);
        command.addAll(List.of("--home", home.toString()));
        return new Node(name, command, Map.of(), folder, () -> Files.exists(home.resolve("status.json")));
    }

    private Node service(String name, List<String> program, Map<String, String> more, int answersAt) {
        Path temporary = folder.resolve("tmp").resolve(name);
        List<String> command = new ArrayList<>(program);
        command.addAll(1, List.of("-Djava.io.tmpdir=" + temporary, "-Dfaults.folder=" + folder));
        Map<String, String> environment = new HashMap<>(more);
        environment.put("SIGNALBOX_HOME", folder.resolve("home").toString());
        environment.put("SIGNALBOX_INSTANCE", name);
        environment.put("SIGNALBOX_MANAGEMENT_PORT", Integer.toString(management(name)));
        environment.put(Part.RABBITMQ.variable(), "amqp://guest:guest@127.0.0.1:" + lines.port(name, Site.BROKER));
        environment.put(Part.MONGODB.variable(), ports.replicas().orElseGet(() -> storeOnTheLineOf(name)));
        create(temporary);
        return new Node(name, command, environment, folder, () -> answers(answersAt));
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
