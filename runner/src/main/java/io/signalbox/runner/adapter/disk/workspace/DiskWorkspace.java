package io.signalbox.runner.adapter.disk.workspace;

import io.signalbox.runner.execution.Workspaces.Workspace;
import io.signalbox.runner.folder.FolderTarget;
import io.signalbox.runner.job.JobFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The folder of one attempt. A relative path stays below it; an absolute one and {@code ~/…} name a file of the machine, which the commands could write
 * as well. What did not exist outside before is removed with the folder; what existed is replaced and stays.
 */
final class DiskWorkspace implements Workspace {
    private final Path folder;
    private final Path userHome;
    private final KeptFolders kept;
    private final List<Path> createdOutside = new ArrayList<>();
    private boolean isKept;

    DiskWorkspace(Path folder, Path userHome, KeptFolders kept) {
        this.kept = kept;
        this.folder = folder;
        this.userHome = userHome;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Optional<Path> keep() {
        Optional<Path> place = kept.placeFor(folder);
        isKept = place.isPresent();
        return place;
    }

    @Override
    public void write(JobFile file) throws IOException {
        Path target = target(file.path());
        if (Files.isDirectory(target)) {
            throw new IOException("it is a folder");
        }
        if (!target.startsWith(folder) && Files.notExists(target)) {
            createdOutside.add(target);
        }
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        writePrivately(target, file.content());
        Files.setPosixFilePermissions(target, permissions(file.mode()));
    }

    @Override
    public FolderTarget target() {
        return new DiskFolder(folder);
    }

    /** Never readable by others before it has its own permissions. */
    private static void writePrivately(Path target, byte[] content) throws IOException {
        if (Files.notExists(target)) {
            Files.createFile(target);
        }
        Files.setPosixFilePermissions(
                target, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        Files.write(target, content);
    }

    private Path target(String path) throws IOException {
        try {
            if (path.startsWith("~/")) {
                return userHome.resolve(path.substring(2)).normalize();
            }
            Path target = folder.resolve(path).normalize();
            if (!Path.of(path).isAbsolute() && !target.startsWith(folder)) {
                throw new IOException("it lies outside of the working folder");
            }
            return target;
        } catch (InvalidPathException e) {
            throw new IOException("it is not a path", e);
        }
    }

    /** The nine bits from the owner's read permission down. */
    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] all = PosixFilePermission.values();
        for (int bit = 0; bit < all.length; bit++) {
            if ((mode & (1 << (all.length - 1 - bit))) != 0) {
                set.add(all[bit]);
            }
        }
        return set;
    }

    @Override
    public void close() {
        for (Path file : createdOutside) {
            FolderTree.delete(file);
        }
        if (isKept) {
            kept.take(folder);
        }
        FolderTree.delete(folder);
    }
}
