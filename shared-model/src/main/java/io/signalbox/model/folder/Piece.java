package io.signalbox.model.folder;

/**
 * A part of a file, or a whole one.
 *
 * @param hash its name
 * @param bytes how long it is
 */
public record Piece(PieceHash hash, int bytes) {
    /** Every piece of a file but its last has just so many bytes. */
    public static final int MOST_BYTES = 4 * 1024 * 1024;
}
