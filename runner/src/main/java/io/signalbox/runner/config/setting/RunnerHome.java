package io.signalbox.runner.config.setting;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The runner's folder, used by one process at a time. The lock goes with the process, however it ends. */
public final class RunnerHome implements Closeable {
    private final Path path;
    private final FileChannel lock;

    private RunnerHome(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Takes it for this process. */
    public static RunnerHome open(Path path) {
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new InvalidSettingException("--home " + path + " is in use by another runner");
            }
            return new RunnerHome(path, channel);
        } catch (IOException e) {
            throw new InvalidSettingException("--home " + path + " cannot be used: " + e.getMessage());
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Open attempts. */
    public Path journal() {
        return path.resolve("journal");
    }

    /** The registration. */
    public Path membership() {
        return membershipOf(path);
    }

    /** The same, for whoever does not hold the home. */
    public static Path membershipOf(Path home) {
        return home.resolve("membership");
    }

    /** Logs that wait. */
    public Path spool() {
        return path.resolve("spool");
    }

    /** Working folders. */
    public Path work() {
        return path.resolve("work");
    }

    /** Working folders of tasks that failed. */
    public Path kept() {
        return path.resolve("kept");
    }

    /** Pipes of shells. */
    public Path shells() {
        return path.resolve("shells");
    }

    /** What the running process says of itself. */
    public Path status() {
        return statusOf(path);
    }

    /** The same, for whoever does not hold the home. */
    public static Path statusOf(Path home) {
        return home.resolve("status.json");
    }

    /** Whether a process holds this home at present. */
    public static boolean isHeld(Path home) {
        Path lock = home.resolve("lock");
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return lock(channel) == null;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
