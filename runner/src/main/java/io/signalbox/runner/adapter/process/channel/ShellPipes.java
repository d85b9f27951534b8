package io.signalbox.runner.adapter.process.channel;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of one shell with its three named pipes. The shell reads lines from {@code commands}; the end of each command comes through
 * {@code control}; everything that is written by the task goes through {@code output}. No process of the task inherits a descriptor of the first two.
 */
public final class ShellPipes implements Closeable {
    private final Path folder;
    private final NamedPipe commands;
    private final NamedPipe control;
    private final NamedPipe output;

    private ShellPipes(Path folder) throws IOException {
        this.folder = folder;
        this.commands = new NamedPipe(folder.resolve("commands"));
        this.control = new NamedPipe(folder.resolve("control"));
        this.output = new NamedPipe(folder.resolve("output"));
    }

    /** Makes a folder below {@code parent}. */
    static ShellPipes create(Path parent) throws IOException {
        return new ShellPipes(Files.createTempDirectory(parent, "shell-"));
    }

    /** Where they are, with room for more files. */
    public Path folder() {
        return folder;
    }

    /** From the runner to the shell. */
    public NamedPipe commands() {
        return commands;
    }

    /** From the shell to the runner. */
    public NamedPipe control() {
        return control;
    }

    /** From the task to its log. */
    public NamedPipe output() {
        return output;
    }

    @Override
    public void close() throws IOException {
        commands.close();
        control.close();
        output.close();
        remove(folder);
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Removes all such folders below {@code parent}, as far as that is possible. */
    public static void removeAll(Path parent) {
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (var folders = Files.newDirectoryStream(parent, "shell-*")) {
            for (Path folder : folders) {
                remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what an earlier run left in " + parent + " cannot be removed", e);
        }
    }
}
