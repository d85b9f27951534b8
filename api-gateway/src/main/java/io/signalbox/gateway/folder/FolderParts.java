package io.signalbox.gateway.folder;

import io.signalbox.model.folder.FolderBatch;
import io.signalbox.model.folder.Manifest;
import io.signalbox.model.folder.Piece;
import io.signalbox.model.folder.PieceHash;
import io.signalbox.model.id.ProjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads the parts of folders, batch by batch. Blocks; thread-safe.
 *
 * @param store has the pieces
 * @param reader reads manifests
 */
public record FolderParts(PieceStore store, Function<byte[], Manifest> reader) {
    private static final int MOST_PIECES = 500;

    /**
     * Some parts of the folder of {@code manifest}.
     *
     * @param from how many parts come before them
     * @throws PieceMissing when one is not there
     */
    public FolderBatch batch(ProjectName project, PieceHash manifest, long from) {
        byte[] content = content(store.contents(project, List.of(manifest)), manifest);
        List<Piece> pieces = reader.apply(content).pieces();
        List<byte[]> parts = new ArrayList<>();
        long bytes = 0;
        if (from == 0) {
            parts.add(content);
            bytes = content.length;
        }
        int begin = (int) Math.min(Math.max(0, from - 1), pieces.size());
        int end = begin;
        while (end < pieces.size() && bytes < FolderBatch.FULL && end - begin < MOST_PIECES) {
            bytes += pieces.get(end).bytes();
            end++;
        }
        parts.addAll(contents(project, pieces.subList(begin, end)));
        return new FolderBatch(parts, end == pieces.size());
    }

    /** All that the folder of {@code manifest} needs, as far as it is known. */
    List<PieceHash> all(ProjectName project, PieceHash manifest) {
        byte[] content = store.contents(project, List.of(manifest)).get(manifest);
        Stream<PieceHash> pieces = content == null
                ? Stream.empty()
                : reader.apply(content).pieces().stream().map(Piece::hash);
        return Stream.concat(Stream.of(manifest), pieces).toList();
    }

    private List<byte[]> contents(ProjectName project, List<Piece> pieces) {
        List<PieceHash> wanted = pieces.stream().map(Piece::hash).toList();
        Map<PieceHash, byte[]> found = store.contents(project, wanted);
        return wanted.stream().map(hash -> content(found, hash)).toList();
    }

    private static byte[] content(Map<PieceHash, byte[]> found, PieceHash hash) {
        byte[] content = found.get(hash);
        if (content == null) {
            throw new PieceMissing(hash);
        }
        return content;
    }

    /** A piece that should be there is not. */
    public static final class PieceMissing extends NoSuchElementException {
        private static final long serialVersionUID = 1;

        PieceMissing(PieceHash hash) {
            super("piece " + hash + " of the folder is not there any more");
        }
    }
}
