package io.signalbox.model.folder;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands in a folder. Folders in it follow from the paths; empty ones are not told of, as in git. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ManifestEntry.File.class, name = "file"),
    @JsonSubTypes.Type(value = ManifestEntry.Link.class, name = "link")
})
public sealed interface ManifestEntry {

    /** Where it is: relative to the folder, with {@code /} between names. */
    String path();

    /**
     * A file.
     *
     * @param path where it is
     * @param executable whether it can be run
     * @param size how many bytes it has
     * @param pieces what it is put together from, in order
     */
    record File(String path, Boolean executable, Long size, List<PieceHash> pieces) implements ManifestEntry {
        public File {
            executable = executable == null ? Boolean.FALSE : executable;
            size = size == null ? Long.valueOf(0) : size;
            pieces = listed(pieces);
        }

        /** How long one of its pieces is, by its place. */
        int bytesOf(int place) {
            return (int) Math.min(Piece.MOST_BYTES, size - (long) place * Piece.MOST_BYTES);
        }

        /** Null elements survive: the rules name them. */
        private static List<PieceHash> listed(@Nullable List<PieceHash> pieces) {
            return pieces == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(pieces));
        }
    }

    /**
     * A symbolic link.
     *
     * @param path where it is
     * @param target what it points to, from where it is
     */
    record Link(String path, String target) implements ManifestEntry {}
}
