package io.signalbox.model.spec;

import io.signalbox.model.folder.PieceHash;

/**
 * A folder that was sent along; the working folder begins as its copy.
 *
 * @param manifest names the manifest of what is in it
 */
public record SentFolder(PieceHash manifest) {
    /** A runner with this tag can be given it; official agents cannot. */
    public static final String TAG = "executor:folder";
}
