package io.signalbox.runner.adapter.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the runner says of the machine it is on.
 *
 * @param hostname may be empty
 * @param os for people
 * @param arch for people
 */
public record Machine(String hostname, String os, String arch) {

    /** Asks this machine. */
    public static Machine here() {
        return new Machine(readHostname(), readOs(), archOf(System.getProperty("os.arch", "")));
    }

    private static String readHostname() {
        String known = System.getenv("HOSTNAME");
        if (known != null && !known.isBlank()) {
            return known;
        }
        String told = firstLine("/proc/sys/kernel/hostname", "/etc/hostname");
        return told.isEmpty() ? askedHostname() : told;
    }

    /** Where no file tells it (macOS). It may ask the network, so it is the last way. */
    private static String askedHostname() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "";
        }
    }

    private static String readOs() {
        String release = lines(Path.of("/etc/os-release")).stream()
                .filter(line -> line.startsWith("PRETTY_NAME="))
                .map(line -> line.substring(line.indexOf('=') + 1).replace("\"", ""))
                .findFirst()
                .orElse("");
        return release.isEmpty()
                ? System.getProperty("os.name", "") + " " + System.getProperty("os.version", "")
                : release;
    }

    private static String archOf(String jvm) {
        return switch (jvm) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm64";
            default -> jvm;
        };
    }

    private static String firstLine(String... files) {
        for (String file : files) {
            @Nullable String line = lines(Path.of(file)).stream().findFirst().orElse(null);
            if (!Objects.requireNonNullElse(line, "").isBlank()) {
                return Objects.requireNonNull(line).strip();
            }
        }
        return "";
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
