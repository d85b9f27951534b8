package io.signalbox.model.folder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is in a folder, without the content of its files. The same folder has the same manifest. It may still break
 * {@link io.signalbox.model.rule.ManifestRules}: the methods are for one that keeps them.
 *
 * @param entries sorted by their paths, character by character
 */
public record Manifest(List<ManifestEntry> entries) {
    /** Its JSON may have this many bytes. */
    public static final int MOST_BYTES = 8 * 1024 * 1024;

    public Manifest {
        entries = listed(entries);
    }

    /** Its files, in order. */
    public List<ManifestEntry.File> files() {
        return entries.stream()
                .filter(ManifestEntry.File.class::isInstance)
                .map(ManifestEntry.File.class::cast)
                .toList();
    }

    /** Every piece once, in the order in which the files first need it. */
    public List<Piece> pieces() {
        Map<PieceHash, Piece> found = new LinkedHashMap<>();
        for (ManifestEntry.File file : files()) {
            for (int place = 0; place < file.pieces().size(); place++) {
                PieceHash hash = file.pieces().get(place);
                found.putIfAbsent(hash, new Piece(hash, file.bytesOf(place)));
            }
        }
        return List.copyOf(found.values());
    }

    /** How many bytes its files have together. */
    public long bytes() {
        return files().stream().mapToLong(ManifestEntry.File::size).sum();
    }

    private static List<ManifestEntry> listed(@Nullable List<ManifestEntry> entries) {
        return entries == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(entries));
    }
}
