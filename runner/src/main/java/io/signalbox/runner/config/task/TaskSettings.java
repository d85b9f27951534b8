package io.signalbox.runner.config.task;

import io.signalbox.runner.adapter.disk.workspace.HookFiles;
import io.signalbox.runner.adapter.docker.ContainerSettings;
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
public record TaskSettings(
        HookFiles hooks, Optional<Path> shutdownHook, int keepFailed, ContainerSettings containers) {}
