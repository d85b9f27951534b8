package io.signalbox.runner.adapter.disk.workspace;

import io.signalbox.model.folder.ManifestEntry;
import io.signalbox.model.folder.Piece;
import io.signalbox.model.folder.PieceHash;
import io.signalbox.runner.folder.FolderTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a folder's files and links in a working folder. Each is made anew: where names that differ are one to the file system, the second fails. A
 * piece that several files need is taken from the first. Not thread-safe.
 */
final class DiskFolder implements FolderTarget {
    private static final String EXECUTABLE = "rwxr-xr-x";
    private static final String PLAIN = "rw-r--r--";

    private final Path folder;
    private final Map<PieceHash, Place> known = new HashMap<>();

    DiskFolder(Path folder) {
        this.folder = folder;
    }

    /** Where a piece was written. */
    private record Place(Path file, long at, int bytes) {}

    @Override
    public void file(ManifestEntry.File file, Pieces pieces) throws IOException {
        Path target = target(file.path());
        try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            long at = 0;
            for (PieceHash piece : file.pieces()) {
                byte[] content = content(piece, pieces);
                if (content.length != Math.min(Piece.MOST_BYTES, file.size() - at)) {
                    throw new IOException(file.path() + " does not have the size that it is said to have");
                }
                out.write(content);
                known.putIfAbsent(piece, new Place(target, at, content.length));
                at += content.length;
            }
        } catch (FileAlreadyExistsException e) {
            throw twice(file.path(), e);
        }
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(file.executable() ? EXECUTABLE : PLAIN));
    }

    @Override
    public void link(ManifestEntry.Link link) throws IOException {
        try {
            Files.createSymbolicLink(target(link.path()), Path.of(link.target()));
        } catch (FileAlreadyExistsException e) {
            throw twice(link.path(), e);
        }
    }

    private static IOException twice(String path, IOException cause) {
        return new IOException(path + " is there already: another name may be the same to this file system", cause);
    }

    private byte[] content(PieceHash piece, Pieces pieces) throws IOException {
        @Nullable Place place = known.get(piece);
        if (place == null) {
            return pieces.of(piece);
        }
        ByteBuffer content = ByteBuffer.allocate(place.bytes());
        try (FileChannel from = FileChannel.open(place.file(), StandardOpenOption.READ)) {
            while (content.hasRemaining() && from.read(content, place.at() + content.position()) >= 0) {
                // A read may give less than there is.
            }
        }
        return content.array();
    }

    private Path target(String path) throws IOException {
        try {
            Path target = folder.resolve(path).normalize();
            if (!target.startsWith(folder) || target.equals(folder)) {
                throw new IOException(path + " lies outside of the working folder");
            }
            Files.createDirectories(target.resolveSibling(""));
            return target;
        } catch (InvalidPathException e) {
            throw new IOException("'" + path + "' is not a path", e);
        }
    }
}
