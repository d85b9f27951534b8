package io.signalbox.runner.config.setting;

import static io.signalbox.runner.config.setting.Setting.DOCKER_CPUS;
import static io.signalbox.runner.config.setting.Setting.DOCKER_MEMORY;
import static io.signalbox.runner.config.setting.Setting.DOCKER_NETWORK;
import static io.signalbox.runner.config.setting.Setting.DOCKER_SOCKET;
import static io.signalbox.runner.config.setting.Setting.DOCKER_USER;
import static io.signalbox.runner.config.setting.Setting.ENVIRONMENT_HOOK;
import static io.signalbox.runner.config.setting.Setting.KEEP_FAILED;
import static io.signalbox.runner.config.setting.Setting.POST_JOB_HOOK;
import static io.signalbox.runner.config.setting.Setting.PRE_JOB_HOOK;
import static io.signalbox.runner.config.setting.Setting.SHUTDOWN_HOOK;

import io.signalbox.runner.adapter.disk.workspace.HookFiles;
import io.signalbox.runner.adapter.docker.ContainerSettings;
import io.signalbox.runner.adapter.docker.ContainerSettings.Limits;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How tasks run.
 *
 * @param hooks around each task
 * @param shutdownHook when the runner ends
 * @param keepFailed of how many failed tasks the working folder is kept
 * @param containers for tasks in containers
 */
public record TaskSettings(HookFiles hooks, Optional<Path> shutdownHook, int keepFailed, ContainerSettings containers) {
    private static final Path DOCKER = Path.of("/var/run/docker.sock");
    private static final String USER = "[0-9]+(:[0-9]+)?";
    private static final int MOST_KEPT = 1000;

    /** Checks them. */
    public TaskSettings {
        RunnerSettings.require(
                keepFailed >= 0 && keepFailed <= MOST_KEPT,
                "--keep-failed must be 0 to " + MOST_KEPT + ", but was " + keepFailed);
    }

    /** Reads them. */
    public static TaskSettings of(SettingValues values) {
        var hooks = new HookFiles(
                values.readable(ENVIRONMENT_HOOK), values.readable(PRE_JOB_HOOK), values.readable(POST_JOB_HOOK));
        return new TaskSettings(
                hooks,
                values.readable(SHUTDOWN_HOOK),
                values.number(KEEP_FAILED).orElse(0),
                containers(values));
    }

    static ContainerSettings containers(SettingValues values) {
        Optional<String> user = values.text(DOCKER_USER);
        RunnerSettings.require(
                user.isEmpty() || user.get().matches(USER),
                "--docker-user must be numbers such as 1000:1000, but was " + user.orElse(""));
        long memory = values.size(DOCKER_MEMORY).map(DataSize::bytes).orElse(0L);
        double cpus = values.fraction(DOCKER_CPUS).orElse(0.0);
        RunnerSettings.require(cpus >= 0, "--docker-cpus must not be negative, but was " + cpus);
        return new ContainerSettings(
                values.path(DOCKER_SOCKET).orElse(DOCKER),
                user,
                new Limits(memory, cpus),
                values.text(DOCKER_NETWORK).orElse("bridge"));
    }
}
