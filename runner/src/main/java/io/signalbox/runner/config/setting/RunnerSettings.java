package io.signalbox.runner.config.setting;

import io.signalbox.runner.adapter.http.Clients;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set.
 *
 * @param urls gateways, tried in this order
 * @param registrationToken for the first registration
 * @param ca authorities to trust instead of the system's, in PEM
 * @param tags what the runner can do
 * @param slots how many tasks at once
 * @param name unique
 * @param home where the runner keeps what must outlive it
 * @param disk how much of the disk it may take
 * @param departure when it leaves by itself
 * @param tasks how tasks run
 * @param metricsPort where it tells its figures on loopback; nowhere if 0
 */
public record RunnerSettings(
        List<URI> urls,
        String registrationToken,
        @Nullable Path ca,
        List<String> tags,
        int slots,
        String name,
        Path home,
        Disk disk,
        Departure departure,
        TaskSettings tasks,
        int metricsPort) {
    /** Two streams for each at worst stay below the 256 that the gateway allows on one connection. */
    private static final int MOST_SLOTS = 100;

    private static final int LONGEST_NAME = 80;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Checks them. */
    public RunnerSettings {
        requireGateways(urls);
        require(!registrationToken.isBlank(), "--registration-token is missing");
        require(ca == null || Files.isReadable(ca), "--ca must be a readable file, but was " + ca);
        require(slots >= 1 && slots <= MOST_SLOTS, "--slots must be 1 to " + MOST_SLOTS + ", but was " + slots);
        require(
                !name.isBlank() && name.length() <= LONGEST_NAME,
                "--name must have 1 to " + LONGEST_NAME + " characters, but was '" + name + "'");
        require(metricsPort >= 0 && metricsPort <= 65_535, "--metrics-port must be a port, but was " + metricsPort);
        urls = List.copyOf(urls);
        tags = List.copyOf(tags);
    }

    /**
     * How much of the disk the runner may take.
     *
     * @param spoolLimit how much log may wait for the relay
     * @param minFree below it no new task begins, and below a quarter of it no log is written
     */
    public record Disk(DataSize spoolLimit, DataSize minFree) {
        /** Of the free space that no log may take. */
        private static final int PART = 4;

        /** Checks it. */
        public Disk {
            require(
                    spoolLimit.bytes() >= 1024 * 1024,
                    "--spool-limit must be at least 1MB, but was " + spoolLimit.bytes());
        }

        /** Bytes that logs leave free. */
        public long leastFreeForLogs() {
            return minFree.bytes() / PART;
        }
    }

    /**
     * When the runner leaves by itself.
     *
     * @param afterJob after one task
     * @param afterIdle after this time without a task; never if null
     * @param drainLimit how long tasks may still run when it is told to end
     * @param interruptionFile drains when it is there; none if null
     * @param interruptionLimit how long tasks may still run then
     */
    public record Departure(
            boolean afterJob,
            @Nullable Duration afterIdle,
            Duration drainLimit,
            @Nullable Path interruptionFile,
            Duration interruptionLimit) {
        /** Checks it. */
        public Departure {
            require(
                    !interruptionLimit.isNegative(),
                    "--interruption-limit must not be negative, but was " + interruptionLimit);
            require(
                    afterIdle == null || afterIdle.compareTo(Duration.ofSeconds(1)) >= 0,
                    "--disconnect-after-idle must be at least 1s, but was " + afterIdle);
            require(!drainLimit.isNegative(), "--drain-limit must not be negative, but was " + drainLimit);
        }
    }

    /** Clients that trust what the settings say. */
    public Clients clients() {
        return SettingOptions.clients(ca);
    }

    /** Checks the addresses alone. */
    static void requireGateways(List<URI> urls) {
        require(!urls.isEmpty(), "--url is missing: the address of a gateway");
        urls.forEach(RunnerSettings::requireGateway);
    }

    private static void requireGateway(URI url) {
        String scheme = Objects.requireNonNullElse(url.getScheme(), "");
        String host = Objects.requireNonNullElse(url.getHost(), "");
        require(
                !host.isEmpty() && (scheme.equals("https") || (scheme.equals("http") && LOOPBACK.contains(host))),
                "--url must be an address such as https://signalbox.example.org, but was " + url
                        + " (http only on loopback)");
        require(url.getQuery() == null && url.getFragment() == null, "--url must not have a query, but was " + url);
    }

    static void require(boolean holds, String message) {
        if (!holds) {
            throw new InvalidSettingException(message);
        }
    }
}
