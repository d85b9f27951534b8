package io.signalbox.runner.adapter.disk.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The working folders of the last tasks that failed, for somebody to look at. Those of several slots may come at once. */
public final class KeptFolders {
    private final Path parent;
    private final int most;

    /** At most {@code most} folders below {@code parent}. */
    public KeptFolders(Path parent, int most) {
        this.parent = parent;
        this.most = most;
    }

    /** Where {@code folder} would be kept; nowhere if none is. */
    Optional<Path> placeFor(Path folder) {
        return most == 0 ? Optional.empty() : Optional.of(parent.resolve(folder.getFileName()));
    }

    /** Moves it here and removes the oldest that are too many. What cannot be moved is not kept. */
    synchronized void take(Path folder) {
        Path place = parent.resolve(folder.getFileName());
        try {
            Files.createDirectories(parent);
            FolderTree.delete(place);
            Files.setLastModifiedTime(folder, now());
            Files.move(folder, place);
            all().stream().skip(most).forEach(FolderTree::delete);
        } catch (IOException e) {
            // It is removed like any other.
            assert Files.exists(folder) : "a folder is moved or stays";
        }
    }

    /** Later than all that are kept, in the same millisecond and after a step of the clock, too. */
    private FileTime now() throws IOException {
        long newest = all().stream()
                .findFirst()
                .map(KeptFolders::time)
                .map(FileTime::toMillis)
                .orElse(0L);
        return FileTime.fromMillis(Math.max(System.currentTimeMillis(), newest + 1));
    }

    /** The newest first. */
    private List<Path> all() throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.sorted(Comparator.comparing(KeptFolders::time).reversed())
                    .toList();
        }
    }

    private static FileTime time(Path folder) {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("a kept folder cannot be looked at", e);
        }
    }
}
