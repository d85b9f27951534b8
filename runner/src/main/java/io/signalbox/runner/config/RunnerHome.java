package io.signalbox.runner.config;

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
final class RunnerHome implements Closeable {
    private final Path path;
    private final FileChannel lock;

    private RunnerHome(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static RunnerHome open(Path path) {
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

    Path journal() {
        return path.resolve("journal");
    }

    Path membership() {
        return path.resolve("membership.json");
    }

    Path spool() {
        return path.resolve("spool");
    }

    Path work() {
        return path.resolve("work");
    }

    Path kept() {
        return path.resolve("kept");
    }

    Path shells() {
        return path.resolve("shells");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
