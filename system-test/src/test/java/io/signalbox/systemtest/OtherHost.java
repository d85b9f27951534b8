package io.signalbox.systemtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/** Another host, as far as the network goes: a namespace of its own, and a cable to this one. It takes root; where it may not be made there is none. */
final class OtherHost implements AutoCloseable {
    /** Documentation's networks (RFC 5737): nobody's in earnest, but some machine's own all the same. */
    private static final List<String> NETWORKS = List.of("198.51.100.", "203.0.113.", "192.0.2.");

    private final String name = "sb" + ProcessHandle.current().pid();
    private final String here = name + "a";
    private final String there = name + "b";

    private final String network;

    private OtherHost(String network) {
        this.network = network;
    }

    /** Plugs one in. */
    static Optional<OtherHost> connected() {
        return freeNetwork().flatMap(OtherHost::connected);
    }

    private static Optional<OtherHost> connected(String network) {
        OtherHost host = new OtherHost(network);
        List<String> steps = List.of(
                "ip netns add " + host.name,
                "ip link add " + host.here + " type veth peer name " + host.there,
                "ip link set " + host.there + " netns " + host.name,
                "ip addr add " + host.addressHere() + "/30 dev " + host.here,
                "ip link set " + host.here + " up",
                "ip -n " + host.name + " addr add " + network + "2/30 dev " + host.there,
                "ip -n " + host.name + " link set " + host.there + " up",
                "ip -n " + host.name + " link set lo up");
        if (steps.stream().allMatch(OtherHost::does)) {
            return Optional.of(host);
        }
        host.close();
        return Optional.empty();
    }

    /** This host's address, as that one sees it. */
    String addressHere() {
        return network + "1";
    }

    /** Its end of the cable, which this host does not have. */
    String cableThere() {
        return there;
    }

    /** A program in {@code folder} that runs {@code command} over there. */
    String program(Path folder, Path command) {
        try {
            Path program = folder.resolve("there");
            Files.writeString(program, "#!/bin/sh\nexec ip netns exec %s %s \"$@\"\n".formatted(name, command));
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
            return program.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        does("ip link del " + here);
        does("ip netns del " + name);
    }

    /** One that this host is not in. */
    private static Optional<String> freeNetwork() {
        try {
            List<String> own = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .map(InetAddress::getHostAddress)
                    .toList();
            return NETWORKS.stream()
                    .filter(network -> own.stream().noneMatch(address -> address.startsWith(network)))
                    .findFirst();
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean does(String step) {
        try {
            return new ProcessBuilder(step.split(" ", -1))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
