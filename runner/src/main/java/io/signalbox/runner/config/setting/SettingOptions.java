package io.signalbox.runner.config.setting;

import io.signalbox.runner.adapter.http.Clients;
import io.signalbox.runner.adapter.http.EnvironmentProxies;
import io.signalbox.runner.adapter.machine.Machine;
import io.signalbox.runner.config.setting.RunnerSettings.Departure;
import io.signalbox.runner.config.setting.RunnerSettings.Disk;
import io.signalbox.runner.config.task.TaskOptions;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Every option, the same for all commands, so that they share one configuration. */
public final class SettingOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings, one 'name = value' a line, named like the options.")
    @SuppressWarnings("UnusedVariable") // SettingSources reads it before all others
    private @Nullable Path config;

    @Option(names = "--url", split = ",", paramLabel = "URL", description = "Gateways, tried in this order.")
    private @Nullable List<URI> urls;

    @Option(names = "--registration-token", paramLabel = "TOKEN", description = "Lets the runner in the first time.")
    private String registrationToken = "";

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description = "Certificate authorities to trust instead of the system's.")
    private @Nullable Path ca;

    @Option(names = "--tag", split = ",", paramLabel = "TAG", description = "What the runner can do; repeatable.")
    private @Nullable List<String> tags;

    @Option(names = "--slots", paramLabel = "N", description = "How many tasks at once; default 1, at most 100.")
    private int slots = 1;

    @Option(names = "--name", paramLabel = "NAME", description = "Unique name; default: the host's.")
    private @Nullable String name;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "What must outlive the runner; default ~/.signalbox/runner.")
    private @Nullable Path home;

    @Option(names = "--disconnect-after-job", description = "Leave after one task.")
    private boolean disconnectAfterJob;

    @Option(
            names = "--disconnect-after-idle",
            paramLabel = "TIME",
            description = "Leave after this time without a task.")
    private @Nullable Duration disconnectAfterIdle;

    @Option(
            names = "--drain-limit",
            paramLabel = "TIME",
            description = "How long tasks may go on after SIGTERM; default 1h.")
    private Duration drainLimit = Duration.ofHours(1);

    @Option(
            names = "--interruption-file",
            paramLabel = "FILE",
            description = "Drain when this file is there: for the notices of clouds.")
    private @Nullable Path interruptionFile;

    @Option(
            names = "--interruption-limit",
            paramLabel = "TIME",
            description = "How long tasks may go on after that; default 90s.")
    private Duration interruptionLimit = Duration.ofSeconds(90);

    @Option(
            names = "--spool-limit",
            paramLabel = "SIZE",
            description = "How much log may wait for the relay; default 10GB. Beyond it tasks wait.")
    private DataSize spoolLimit = DataSize.parse("10GB");

    @Option(
            names = "--min-free-disk",
            paramLabel = "SIZE",
            description = "Begin no task with less free disk below the home; default 1GB.")
    private DataSize minFreeDisk = DataSize.parse("1GB");

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            description = "Tell a few figures on this port of the loopback address.")
    private int metricsPort;

    @Mixin
    private TaskOptions tasks = new TaskOptions();

    /** All of them, checked. */
    public RunnerSettings settings() {
        return new RunnerSettings(
                gateways(),
                registrationToken,
                ca,
                Objects.requireNonNullElse(tags, List.of()),
                slots,
                Objects.requireNonNullElseGet(name, () -> Machine.here().hostname()),
                home(),
                new Disk(spoolLimit, minFreeDisk),
                new Departure(disconnectAfterJob, disconnectAfterIdle, drainLimit, interruptionFile, interruptionLimit),
                tasks.settings(),
                metricsPort);
    }

    /** The gateways, checked. */
    public List<URI> gateways() {
        List<URI> all = Objects.requireNonNullElse(urls, List.of());
        RunnerSettings.requireGateways(all);
        return all;
    }

    /** What lets the runner in the first time; empty if it is not set. */
    public String registrationToken() {
        return registrationToken;
    }

    /** Below it no task begins. */
    public DataSize minFreeDisk() {
        return minFreeDisk;
    }

    /** Clients that trust what the options say, by the proxies of the environment. */
    public Clients clients() {
        return clients(ca);
    }

    /** The same for settings. */
    static Clients clients(@Nullable Path authorities) {
        try {
            return new Clients(authorities, environmentProxies());
        } catch (IOException e) {
            throw new InvalidSettingException("--ca " + authorities + " cannot be used: " + e.getMessage());
        }
    }

    /** The proxies of the environment. */
    public ProxySelector proxies() {
        return environmentProxies();
    }

    private static ProxySelector environmentProxies() {
        try {
            return new EnvironmentProxies(System.getenv());
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(String.valueOf(e.getMessage()));
        }
    }

    /** The runner's folder. */
    public Path home() {
        Path wanted = Objects.requireNonNullElseGet(
                home, () -> Path.of(System.getProperty("user.home"), ".signalbox", "runner"));
        return wanted.toAbsolutePath();
    }
}
