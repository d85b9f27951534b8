package io.signalbox.gateway.adapter.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The folder {@code SIGNALBOX_HOME}. Only its owner may look into it; files appear in it whole or not at all. Several processes
 * may share it.
 */
public final class Home {
    private static final String PRIVATE_FOLDER = "rwx------";
    private static final String PRIVATE = "rw-------";
    private static final String READABLE = "rw-r--r--";
    /** A file lock holds between processes only; this one holds between threads. */
    private static final ReentrantLock WITHIN_PROCESS = new ReentrantLock();

    private final Path folder;

    private Home(Path folder) {
        this.folder = folder;
    }

    /** Opens the folder, and makes it if it is not there. */
    public static Home at(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute, permissions(PRIVATE_FOLDER));
            return new Home(absolute);
        } catch (IOException e) {
            throw new UncheckedIOException("signalbox.home: cannot make the folder " + absolute, e);
        }
    }

    /** Runs {@code work} while no other process or thread holds the lock of this home. */
    public <T> T locked(Supplier<T> work) {
        WITHIN_PROCESS.lock();
        try (FileChannel file =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = file.lock()) {
            Objects.requireNonNull(lock);
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + folder, e);
        } finally {
            WITHIN_PROCESS.unlock();
        }
    }

    /** The text of a file, without spaces around it; empty if there is none. */
    public Optional<String> read(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Replaces a file that everybody may read. */
    public void publish(String name, String text) {
        write(name, text, READABLE);
    }

    /** Replaces a file that only its owner may read. */
    public void keep(String name, String text) {
        write(name, text, PRIVATE);
    }

    /** Removes a file if it is there. */
    public void remove(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + name, e);
        }
    }

    private void write(String name, String text, String permissions) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Path whole = Files.createTempFile(file.getParent(), ".new", null, permissions(PRIVATE));
            Files.writeString(whole, text);
            Files.setPosixFilePermissions(whole, PosixFilePermissions.fromString(permissions));
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static FileAttribute<?> permissions(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
