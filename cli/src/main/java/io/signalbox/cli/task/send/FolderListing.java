package io.signalbox.cli.task.send;

import java.nio.file.Path;
import java.util.SortedSet;

/** Knows what belongs to a folder. Blocks. */
@FunctionalInterface
public interface FolderListing {

    /** What is to be sent: paths relative to the folder, with {@code /} between names. Some may not be there any more. */
    SortedSet<String> paths(Path folder) throws InterruptedException;
}
