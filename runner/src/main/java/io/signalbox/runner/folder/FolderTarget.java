package io.signalbox.runner.folder;

import io.signalbox.model.folder.ManifestEntry;
import io.signalbox.model.folder.PieceHash;
import java.io.IOException;

/** Where a folder is made: an empty one. Files come before links. */
public interface FolderTarget {

    /** Makes a file of its pieces; asks {@code pieces} only for those that it was not given before, in order. */
    void file(ManifestEntry.File file, Pieces pieces) throws IOException;

    /** Makes a link. */
    void link(ManifestEntry.Link link) throws IOException;

    /** What is in pieces. */
    @FunctionalInterface
    interface Pieces {
        /** What is in this one. */
        byte[] of(PieceHash piece) throws IOException;
    }
}
