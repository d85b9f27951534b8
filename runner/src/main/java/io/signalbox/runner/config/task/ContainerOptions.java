package io.signalbox.runner.config.task;

import io.signalbox.runner.adapter.docker.ContainerSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code start} about containers. */
final class ContainerOptions {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([kmg]?)");
    private static final int UNIT = 1024;
    private static final String USER = "[0-9]+(:[0-9]+)?";

    @Option(
            names = "--docker-socket",
            paramLabel = "FILE",
            description = "Where the container engine listens; default /var/run/docker.sock.")
    private Path socket = Path.of("/var/run/docker.sock");

    @Option(
            names = "--docker-user",
            paramLabel = "UID[:GID]",
            description = "Who runs in containers; default: the runner's user.")
    private @Nullable String user;

    @Option(
            names = "--docker-memory",
            paramLabel = "SIZE",
            description = "Memory of each container, such as 512m or 2g; default: no limit.")
    private String memory = "0";

    @Option(names = "--docker-cpus", paramLabel = "N", description = "Cores of each container; default: all.")
    private double cpus;

    @Option(
            names = "--docker-network",
            paramLabel = "MODE",
            description = "Network of containers: bridge, none, host, or a network's name; default bridge.")
    private String network = "bridge";

    /** What is wrong, if something is. */
    Optional<String> fault() {
        if (user != null && !user.matches(USER)) {
            return Optional.of("--docker-user must be numbers such as 1000:1000, but was " + user);
        }
        if (!SIZE.matcher(memory).matches()) {
            return Optional.of("--docker-memory must be a size such as 512m or 2g, but was " + memory);
        }
        return cpus < 0 ? Optional.of("--docker-cpus must not be negative, but was " + cpus) : Optional.empty();
    }

    ContainerSettings settings() {
        return new ContainerSettings(
                socket, Optional.ofNullable(user), new ContainerSettings.Limits(bytes(memory), cpus), network);
    }

    private static long bytes(String size) {
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            return 0;
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "k" -> number * UNIT;
            case "m" -> number * UNIT * UNIT;
            case "g" -> number * UNIT * UNIT * UNIT;
            default -> number;
        };
    }
}
