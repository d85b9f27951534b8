package io.signalbox.faults.adapter.load;

import io.signalbox.faults.adapter.lines.HistoryFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The files of one run.
 *
 * @param name the label of its tasks
 * @param folder its history, and the script of its tasks
 */
public record RunFolder(String name, Path folder) {

    /** Makes it. */
    public static RunFolder in(Path parent, String name) {
        Path folder = parent.resolve(name);
        try (InputStream script = Objects.requireNonNull(RunFolder.class.getResourceAsStream("task.sh"))) {
            Files.createDirectories(folder);
            Files.copy(script, folder.resolve("task.sh"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RunFolder(name, folder);
    }

    /** What is written down about it. */
    public HistoryFolder history() {
        return new HistoryFolder(folder);
    }

    /** Those who submit in it. */
    public Users users(Api api) {
        HistoryFolder history = history();
        return new Users(api, new TaskBody(name, folder.resolve("task.sh"), history.marks()), history);
    }

    /** Who looks at its tasks. */
    public Witness witness(Api api) {
        return new Witness(api, name, history());
    }
}
