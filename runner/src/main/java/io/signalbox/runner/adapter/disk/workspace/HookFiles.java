package io.signalbox.runner.adapter.disk.workspace;

import io.signalbox.runner.job.Hooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Hooks from files, which are read anew for each task.
 *
 * @param environment see {@link Hooks}
 * @param preJob see {@link Hooks}
 * @param postJob see {@link Hooks}
 */
public record HookFiles(Optional<Path> environment, Optional<Path> preJob, Optional<Path> postJob)
        implements Hooks.Source {
    @Override
    public Hooks read() throws IOException {
        return new Hooks(read(environment), read(preJob), read(postJob));
    }

    private static Optional<String> read(Optional<Path> file) throws IOException {
        return file.isEmpty() ? Optional.empty() : Optional.of(Files.readString(file.get()));
    }
}
