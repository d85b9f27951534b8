package io.signalbox.cli.task.send;

import io.signalbox.cli.failure.Failure;
import io.signalbox.model.folder.Manifest;
import io.signalbox.model.folder.ManifestEntry;
import io.signalbox.model.folder.Piece;
import io.signalbox.model.folder.PieceHash;
import io.signalbox.model.rule.ManifestRules;
import io.signalbox.model.rule.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is in a folder now.
 *
 * @param manifest tells of it
 * @param places where each piece is found
 */
record ScannedFolder(Manifest manifest, Map<PieceHash, Place> places) {
    private static final Pattern ENTRY = Pattern.compile("/entries/(\\d+).*");

    /**
     * A part of a file.
     *
     * @param file which
     * @param at where it begins
     * @param bytes how long it is
     */
    record Place(Path file, long at, int bytes) {

        /** What is there. */
        byte[] read() throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                in.skipNBytes(at);
                return in.readNBytes(bytes);
            }
        }
    }

    /** Reads everything; what is not there any more, or is neither file nor link, is left out. */
    static ScannedFolder of(Path folder, SortedSet<String> paths) {
        List<ManifestEntry> entries = new ArrayList<>();
        Map<PieceHash, Place> places = new HashMap<>();
        for (String path : paths) {
            try {
                Path file = folder.resolve(path);
                if (Files.isSymbolicLink(file)) {
                    entries.add(new ManifestEntry.Link(
                            path, Files.readSymbolicLink(file).toString()));
                } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    entries.add(file(path, file, places));
                }
            } catch (IOException e) {
                throw Failure.usage(path + " cannot be read: " + e.getMessage());
            } catch (InvalidPathException e) {
                throw Failure.usage("'" + path + "' cannot be read under this locale: set LC_ALL=C.UTF-8.");
            }
        }
        var manifest = new Manifest(entries);
        ManifestRules.violations(manifest).stream().findFirst().ifPresent(violation -> {
            throw Failure.usage("The folder cannot be sent: " + what(violation, entries) + " " + violation.detail()
                    + ". What .gitignore names is left out.");
        });
        return new ScannedFolder(manifest, places);
    }

    private static ManifestEntry.File file(String path, Path file, Map<PieceHash, Place> places) throws IOException {
        List<PieceHash> pieces = new ArrayList<>();
        long size = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(Piece.MOST_BYTES);
            while (content.length > 0) {
                PieceHash hash = PieceHash.of(content);
                pieces.add(hash);
                places.putIfAbsent(hash, new Place(file, size, content.length));
                size += content.length;
                content = in.readNBytes(Piece.MOST_BYTES);
            }
        }
        return new ManifestEntry.File(path, Files.isExecutable(file), size, pieces);
    }

    private static String what(Violation violation, List<ManifestEntry> entries) {
        Matcher entry = ENTRY.matcher(violation.pointer());
        return entry.matches()
                ? "'" + entries.get(Integer.parseInt(entry.group(1))).path() + "': its " + lastOf(violation)
                : "it";
    }

    private static String lastOf(Violation violation) {
        return violation.pointer().substring(violation.pointer().lastIndexOf('/') + 1);
    }
}
