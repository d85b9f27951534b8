package io.signalbox.runner.config.setting;

import static io.signalbox.runner.config.setting.Setting.CA;
import static io.signalbox.runner.config.setting.Setting.DISCONNECT_AFTER_IDLE;
import static io.signalbox.runner.config.setting.Setting.DISCONNECT_AFTER_JOB;
import static io.signalbox.runner.config.setting.Setting.DRAIN_LIMIT;
import static io.signalbox.runner.config.setting.Setting.HOME;
import static io.signalbox.runner.config.setting.Setting.INTERRUPTION_FILE;
import static io.signalbox.runner.config.setting.Setting.INTERRUPTION_LIMIT;
import static io.signalbox.runner.config.setting.Setting.METRICS_PORT;
import static io.signalbox.runner.config.setting.Setting.MIN_FREE_DISK;
import static io.signalbox.runner.config.setting.Setting.NAME;
import static io.signalbox.runner.config.setting.Setting.REGISTRATION_TOKEN;
import static io.signalbox.runner.config.setting.Setting.SLOTS;
import static io.signalbox.runner.config.setting.Setting.SPOOL_LIMIT;
import static io.signalbox.runner.config.setting.Setting.TAG;
import static io.signalbox.runner.config.setting.Setting.URL;

import io.signalbox.runner.adapter.docker.ContainerSettings;
import io.signalbox.runner.adapter.http.Clients;
import io.signalbox.runner.adapter.http.EnvironmentProxies;
import io.signalbox.runner.adapter.machine.Machine;
import io.signalbox.runner.config.setting.RunnerSettings.Departure;
import io.signalbox.runner.config.setting.RunnerSettings.Disk;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes settings of values, with their defaults: all of them for the runner itself, some for the other commands. */
public final class SettingOptions {
    private static final Duration LONGEST_DRAIN = Duration.ofHours(1);
    private static final Duration LONGEST_INTERRUPTION = Duration.ofSeconds(90);

    private final SettingValues values;

    /** Of these values. */
    public SettingOptions(SettingValues values) {
        this.values = values;
    }

    /** All of them, checked. */
    public RunnerSettings settings() {
        return new RunnerSettings(
                gateways(),
                registrationToken(),
                values.path(CA).orElse(null),
                values.texts(TAG),
                values.number(SLOTS).orElse(1),
                values.text(NAME).orElseGet(() -> Machine.here().hostname()),
                home(),
                new Disk(values.size(SPOOL_LIMIT).orElseGet(() -> DataSize.parse("10GB")), minFreeDisk()),
                departure(),
                TaskSettings.of(values),
                values.number(METRICS_PORT).orElse(0));
    }

    private Departure departure() {
        return new Departure(
                values.isOn(DISCONNECT_AFTER_JOB),
                values.time(DISCONNECT_AFTER_IDLE).orElse(null),
                values.time(DRAIN_LIMIT).orElse(LONGEST_DRAIN),
                values.path(INTERRUPTION_FILE).orElse(null),
                values.time(INTERRUPTION_LIMIT).orElse(LONGEST_INTERRUPTION));
    }

    /** The gateways, checked. */
    public List<URI> gateways() {
        List<URI> all = values.addresses(URL);
        RunnerSettings.requireGateways(all);
        return all;
    }

    /** What lets the runner in the first time; empty if it is not set. */
    public String registrationToken() {
        return values.text(REGISTRATION_TOKEN).orElse("");
    }

    /** Below it no task begins. */
    public DataSize minFreeDisk() {
        return values.size(MIN_FREE_DISK).orElseGet(() -> DataSize.parse("1GB"));
    }

    /** For tasks in containers. */
    public ContainerSettings containers() {
        return TaskSettings.containers(values);
    }

    /** Clients that trust what the options say, by the proxies of the environment. */
    public Clients clients() {
        return clients(values.path(CA).orElse(null));
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
        return values.path(HOME)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".signalbox", "runner"))
                .toAbsolutePath();
    }
}
