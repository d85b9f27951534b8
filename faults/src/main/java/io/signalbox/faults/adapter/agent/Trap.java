package io.signalbox.faults.adapter.agent;

import io.signalbox.faults.core.crash.CrashPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A file that names a crash point: the first process that comes there takes the file away and dies. Several may look at once.
 *
 * @param folder where it lies
 */
public record Trap(Path folder) {

    /** Sets it for {@code point}; one that is set for another is no more. */
    public void set(CrashPoint point) {
        try {
            Files.createDirectories(folder);
            Path half = Files.writeString(folder.resolve("half"), point.name());
            Files.move(half, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For whom it is set. */
    Optional<CrashPoint> isSet() {
        try {
            return Files.exists(file()) ? Optional.of(CrashPoint.valueOf(Files.readString(file()))) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes it away; false for all but the first. */
    public boolean take() {
        try {
            return Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return folder.resolve("trap");
    }
}
