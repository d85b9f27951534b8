package io.signalbox.faults.adapter.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A disk of a few megabytes, which can be filled. It is memory; mounting needs root.
 *
 * @param folder where it is mounted
 */
public record SmallDisk(Path folder) {
    private static final String SIZE = "size=24m";

    /** Mounts one; empty where that is not permitted. */
    static Optional<SmallDisk> at(Path folder) {
        try {
            Files.createDirectories(folder);
            boolean mounted = run("mount", "-t", "tmpfs", "-o", SIZE, "faults", folder.toString());
            return mounted ? Optional.of(new SmallDisk(folder)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves not a byte. */
    public void fill() {
        byte[] nothing = new byte[4096];
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            while (true) {
                ballast.write(nothing);
            }
        } catch (IOException _) {
            // It is full.
        }
    }

    /** Gives back what {@link #fill} took. */
    public void free() {
        try {
            Files.deleteIfExists(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void unmount() {
        run("umount", folder.toString());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
