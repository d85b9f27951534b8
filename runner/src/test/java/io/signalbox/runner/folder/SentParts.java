package io.signalbox.runner.folder;

import io.signalbox.model.folder.FolderBatch;
import io.signalbox.model.folder.Manifest;
import io.signalbox.model.folder.ManifestEntry;
import io.signalbox.model.folder.PieceHash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The parts of a folder, as a relay has them; a test may change them. */
public record SentParts(PieceHash manifest, List<byte[]> parts) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Those of files, given as path and content in turn. */
    public static SentParts of(String... pathsAndContents) {
        List<ManifestEntry> entries = new ArrayList<>();
        List<byte[]> pieces = new ArrayList<>();
        for (int i = 0; i < pathsAndContents.length; i += 2) {
            byte[] content = pathsAndContents[i + 1].getBytes(StandardCharsets.UTF_8);
            PieceHash hash = PieceHash.of(content);
            if (pieces.stream().noneMatch(piece -> PieceHash.of(piece).equals(hash))) {
                pieces.add(content);
            }
            entries.add(new ManifestEntry.File(pathsAndContents[i], false, (long) content.length, List.of(hash)));
        }
        return of(new Manifest(entries), pieces);
    }

    /** Those of this manifest. */
    public static SentParts of(Manifest manifest, List<byte[]> pieces) {
        byte[] content = JSON.writeValueAsBytes(manifest);
        List<byte[]> parts = new ArrayList<>(List.of(content));
        parts.addAll(pieces);
        return new SentParts(PieceHash.of(content), parts);
    }

    /** At most two parts, from this one on. */
    public FolderBatch from(int from) {
        int end = Math.min(parts.size(), from + 2);
        return new FolderBatch(parts.subList(Math.min(from, end), end), end == parts.size());
    }
}
